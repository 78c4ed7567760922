package dev.overlap.engine;

import dev.overlap.plan.Plan;

import java.net.URI;

/**
 * Runs plans. One for the life of the program.
 *
 * <p>Threads: {@link #start} may be called from any thread and returns at once; warming up, running
 * and cleaning up happen on the run's own driver thread.
 */
public final class Engine implements AutoCloseable {

    /**
     * An engine whose {@code lab:} sites are served at a base address.
     *
     * @param lab such as {@code http://127.0.0.1:41733}
     */
    public Engine(URI lab) {}

    /**
     * Starts to run a plan.
     *
     * @throws IllegalArgumentException with a sentence, if the plan names no known model or makes
     *     too many tasks
     */
    @SuppressWarnings("DoNotCallSuggester")
    public Run start(Plan plan) {
        throw new IllegalArgumentException("Running " + plan.model() + " is being built.");
    }

    /** Cancels every run that goes on and waits until they have cleaned up, two seconds at most. */
    @Override
    public void close() {}
}
