package dev.overlap.ui.run;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;

/**
 * Starts runs: the engine, or a fake in tests.
 *
 * <p>Threads: called on a background thread; may block until the engine is ready.
 */
@FunctionalInterface
public interface RunStarter {

    /**
     * Starts a run.
     *
     * @throws IllegalArgumentException with a message, if the plan cannot be run
     * @throws IllegalStateException with a message, if nothing can be run
     */
    Run start(Plan plan);
}
