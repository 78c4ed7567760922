package dev.overlap.concurrency;

import java.util.List;

/**
 * Where a model hires its workers. One crew a run; it starts and ends what is hired from it.
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

    /** Hires a platform thread for one task: it starts with the task and ends with it. */
    Worker.PlatformThread thread();

    /** Hires a virtual thread for one task: it starts with the task and ends with it. */
    Worker.VirtualThread virtualThread();

    /** Hires platform threads for one task after another. */
    List<? extends Worker> threads(int count);

    /** Hires processes of this same program. Each starts up before it carries anything. */
    List<? extends Worker> processes(int count);

    /** Hires the event loop: one a run. */
    Worker.Loop loop();
}
