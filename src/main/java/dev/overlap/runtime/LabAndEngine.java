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
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The lab and an engine whose {@code lab:} addresses lead to it, opened and closed together.
 *
 * <p>Threads: any but the JavaFX thread, since opening and closing block.
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
     * @param bystanders the CPU time, in nanoseconds, of threads of this process that have no part
     *     in runs, such as those that draw
     * @throws IOException with a sentence, if the lab cannot listen
     */
    public static LabAndEngine open(LongSupplier bystanders) throws IOException {
        return open(endpoint -> new Engine(endpoint, NetworkAccess.system(), bystanders));
    }

    /** Starts a lab and an engine for it; closes the lab again if there is no engine. */
    static LabAndEngine open(Function<LabEndpoint, Engine> engines) throws IOException {
        Lab lab = Lab.start();
        try {
            return of(lab, engines.apply(endpointOf(lab)));
        } catch (RuntimeException | Error e) {
            new Closer(e).run(lab::close);
            throw e;
        }
    }

    private static LabEndpoint endpointOf(Lab lab) {
        return new LabEndpoint(lab.uri(), () -> new TlsDoor(lab.tlsUri(), lab.certificate()));
    }

    /** Combines a lab and an engine, which are closed with the result. */
    public static LabAndEngine of(Lab lab, Engine engine) {
        return new LabAndEngine(lab, engine);
    }

    /** Returns the base URI of the lab. */
    public URI labUri() {
        return lab.uri();
    }

    @Override
    public Run start(Plan plan) {
        return engine.start(plan);
    }

    /** Cancels all runs and closes both, even if the first one throws. */
    @Override
    public void close() {
        new Closer().run(engine::close).run(lab::close).rethrow();
    }
}
