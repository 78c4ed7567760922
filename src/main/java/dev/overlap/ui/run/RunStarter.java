package dev.overlap.ui.run;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;

/**
 * Starts runs: the engine, or a fake one in tests.
 *
 * <p>Threads: called on a background thread, where it may wait until it is ready to run.
 */
@FunctionalInterface
public interface RunStarter {

    /**
     * Starts to run a plan.
     *
     * @throws IllegalArgumentException with a sentence, if the plan cannot be run
     * @throws IllegalStateException with a sentence, if nothing can be run
     */
    Run start(Plan plan);
}
