package dev.overlap.runtime;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;

import java.io.IOException;

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
