package dev.overlap.runtime;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;

import java.io.IOException;
import java.util.Optional;

/**
 * Something that runs plans until it is closed: {@link LabAndEngine}, or a fake in tests.
 *
 * <p>Threads: any. Opening and closing wait.
 */
public interface EngineSession extends AutoCloseable {

    /**
     * Starts to run a plan; does not wait.
     *
     * @throws IllegalArgumentException with a sentence, if the plan cannot be run
     */
    Run start(Plan plan);

    /**
     * Returns what keeps a plan from being run on this machine, and what helps, as sentences; empty
     * if nothing does. Only what is missing on the machine counts.
     */
    default Optional<String> missing(Plan plan) {
        return Optional.empty();
    }

    @Override
    void close();

    /** Opens sessions. */
    interface Factory {

        /**
         * Opens a session, which the caller closes.
         *
         * @throws IOException with a sentence, if it cannot be opened
         */
        EngineSession open() throws IOException;
    }
}
