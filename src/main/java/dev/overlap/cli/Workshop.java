package dev.overlap.cli;

import dev.overlap.engine.Closer;
import dev.overlap.engine.Engine;
import dev.overlap.engine.LabAccess;
import dev.overlap.engine.LabAccess.TlsDoor;
import dev.overlap.engine.Network;
import dev.overlap.engine.Run;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;

import java.io.IOException;

/** The lab and the engine, opened for the time of one command. */
interface Workshop extends AutoCloseable {

    /**
     * Starts to run a plan; does not wait.
     *
     * @throws IllegalArgumentException with a sentence, if the plan cannot be run
     */
    Run start(Plan plan);

    @Override
    void close();

    /** How a workshop is come by. */
    interface Opening {
        Workshop open() throws IOException;
    }

    /** Opens the real one. */
    static Workshop open() throws IOException {
        Lab lab = Lab.start();
        LabAccess access =
                new LabAccess(lab.uri(), () -> new TlsDoor(lab.tlsUri(), lab.certificate()));
        return of(lab, new Engine(access, Network.system()));
    }

    /** One of these two, which are closed with it. */
    static Workshop of(Lab lab, Engine engine) {
        return new Workshop() {
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
