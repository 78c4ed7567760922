package dev.overlap.runtime;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.request.LabEndpoint.TlsDoor;
import dev.overlap.engine.task.Closer;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;

import java.io.IOException;
import java.net.URI;
import java.util.function.LongSupplier;

/**
 * The lab, and an engine whose {@code lab:} addresses lead to it: opened and closed together.
 *
 * <p>Threads: any. Opening and closing wait, so not the JavaFX thread.
 */
public final class LabAndEngine implements EngineSession {

    private final Lab lab;
    private final Engine engine;

    private LabAndEngine(Lab lab, Engine engine) {
        this.lab = lab;
        this.engine = engine;
    }

    /**
     * Starts both.
     *
     * @param bystanders the CPU time, in nanoseconds, of threads of this process that do not work
     *     for a run, such as those that draw
     * @throws IOException with a sentence, if the lab cannot listen
     */
    public static LabAndEngine open(LongSupplier bystanders) throws IOException {
        Lab lab = Lab.start();
        LabEndpoint endpoint =
                new LabEndpoint(lab.uri(), () -> new TlsDoor(lab.tlsUri(), lab.certificate()));
        return of(lab, new Engine(endpoint, NetworkAccess.system(), bystanders));
    }

    /** These two, which are closed with it. */
    public static LabAndEngine of(Lab lab, Engine engine) {
        return new LabAndEngine(lab, engine);
    }

    /** Where the lab listens. */
    public URI labUri() {
        return lab.uri();
    }

    @Override
    public Run start(Plan plan) {
        return engine.start(plan);
    }

    /** Cancels what runs and ends both; what the first of them threw comes out at the end. */
    @Override
    public void close() {
        new Closer().run(engine::close).run(lab::close).rethrow();
    }
}
