package dev.overlap.model;

import java.util.List;

/**
 * Where a model hires its workers. One crew a run; it starts and ends what is hired from it.
 *
 * <p>Threads: called by the driver thread only.
 */
public interface Crew {

    /** How many workers the settings allow. */
    int workers();

    /** Hires platform threads. */
    List<? extends Worker> threads(int count);

    /** Hires processes of this same program. Each starts up before it carries anything. */
    List<? extends Worker> processes(int count);

    /** Hires the event loop: one a run. */
    Worker.Loop loop();
}
