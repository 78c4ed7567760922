package dev.overlap.concurrency;

import java.util.List;

/**
 * Where a model gets its workers. One per run; its run ends what it starts.
 *
 * <p>Threads: called by the driver thread only.
 */
public interface WorkerFactory {

    /** How many workers a pool is to have: as many as were asked for, or a usual number. */
    int workers();

    /**
     * How many tasks may go on at once where the number of workers only limits them: as many as
     * workers were asked for, or any number.
     */
    int limit();

    /** A platform thread for one task: it starts with the task and ends with it. */
    Worker.PlatformThread thread();

    /** A virtual thread for one task: it starts with the task and ends with it. */
    Worker.VirtualThread virtualThread();

    /** Platform threads for one task after another. */
    List<? extends Worker> threads(int count);

    /** Processes of this same program. Each starts up before it carries anything. */
    List<? extends Worker> processes(int count);

    /** The event loop: one per run. */
    Worker.Loop loop();
}
