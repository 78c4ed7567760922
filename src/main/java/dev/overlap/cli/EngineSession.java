package dev.overlap.cli;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.runtime.LabAndEngine;

import java.io.IOException;

/** The lab and the engine, opened for the time of one command. */
interface EngineSession extends AutoCloseable {

    /**
     * Starts to run a plan; does not wait.
     *
     * @throws IllegalArgumentException with a sentence, if the plan cannot be run
     */
    Run start(Plan plan);

    @Override
    void close();

    /** How a session is come by. */
    interface Factory {
        EngineSession open() throws IOException;
    }

    /** Opens the real one. */
    static EngineSession open() throws IOException {
        return of(LabAndEngine.open(() -> 0));
    }

    /** One of these two, which are closed with it. */
    static EngineSession of(LabAndEngine opened) {
        return new EngineSession() {
            @Override
            public Run start(Plan plan) {
                return opened.start(plan);
            }

            @Override
            public void close() {
                opened.close();
            }
        };
    }
}
