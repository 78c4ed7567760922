package dev.overlap.concurrency;

import java.util.List;

/**
 * Creates the workers of one run, which also ends them.
 *
 * <p>Threads: called by the driver thread only.
 */
public interface WorkerFactory {

    /** Returns the size of a pool: the requested number of workers, or the default. */
    int workers();

    /**
     * Returns the limit on concurrent tasks for models in which the number of workers is such a
     * limit: the requested number, or {@link Integer#MAX_VALUE}.
     */
    int limit();

    /** Creates a platform thread for one task, which starts and ends with it. */
    Worker.PlatformThread thread();

    /** Creates a virtual thread for one task, which starts and ends with it. */
    Worker.VirtualThread virtualThread();

    /** Creates a pool of platform threads. */
    List<? extends Worker> threads(int count);

    /**
     * Creates a pool of processes of this program. Each has to start up before it executes tasks.
     */
    List<? extends Worker> processes(int count);

    /** Returns the event loop, one per run. */
    Worker.Loop loop();

    /** Returns what collects the results, one per run. */
    ResultCollector results();
}
