package dev.overlap.cli;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.request.LabEndpoint.TlsDoor;
import dev.overlap.engine.task.Closer;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;

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

    /** How a workshop is come by. */
    interface Factory {
        EngineSession open() throws IOException;
    }

    /** Opens the real one. */
    static EngineSession open() throws IOException {
        Lab lab = Lab.start();
        LabEndpoint access =
                new LabEndpoint(lab.uri(), () -> new TlsDoor(lab.tlsUri(), lab.certificate()));
        return of(lab, new Engine(access, NetworkAccess.system()));
    }

    /** One of these two, which are closed with it. */
    static EngineSession of(Lab lab, Engine engine) {
        return new EngineSession() {
            @Override
            public Run start(Plan plan) {
                return engine.start(plan);
            }

            @Override
            public void close() {
                new Closer().run(engine::close).run(lab::close).rethrow();
            }
        };
    }
}
