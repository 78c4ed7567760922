package dev.overlap.ui;

import dev.overlap.concurrency.PythonOffer;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.task.Closer;
import dev.overlap.plan.Plan;
import dev.overlap.program.model.PythonModels;
import dev.overlap.program.model.PythonSession;
import dev.overlap.runtime.LabAndEngine;
import dev.overlap.text.WindowText;
import dev.overlap.ui.run.RunStarter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The lab and the engine, from the start of the program to its end.
 *
 * <p>Threads: created, begun and closed on the JavaFX thread, which never blocks here: starting and
 * closing happen in the background. {@link #start} waits for the lab, so call it on a background
 * thread.
 */
final class EngineHost implements RunStarter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineHost.class);

    /** Interpreters are looked for once in the life of the program. */
    private static final PythonModels PYTHON = new PythonModels(Path.of(""));

    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<LabAndEngine> opened;
    private final CompletableFuture<PythonSession> session;
    private final Executor background;

    /** Starts the lab and the engine in the background. */
    EngineHost(Executor background) {
        this(background, Optional.empty());
        begin();
    }

    /**
     * Creates a host that starts the lab and the engine when it is told to, or needed.
     *
     * @param kept the folder in which Overlap keeps what lasts; empty if there is none
     */
    EngineHost(Executor background, Optional<Path> kept) {
        this.background = background;
        opened = begun.thenApplyAsync(_ -> open(), background);
        session =
                opened.thenApply(
                        engine -> new PythonSession(engine, engine.labUri(), PYTHON, kept));
    }

    /**
     * Starts the lab and the engine in the background, and looks for interpreters; once, however
     * often it is called.
     */
    void begin() {
        begun.complete(true);
    }

    /** The models that CPython can run here, once that is known. */
    CompletionStage<PythonOffer> pythonModels() {
        return begun.thenApplyAsync(_ -> PYTHON.offer(), background);
    }

    private static LabAndEngine open() {
        try {
            return LabAndEngine.open(RenderCpuTime::nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the lab; completes exceptionally if it could not start. */
    CompletionStage<URI> lab() {
        return opened.thenApply(LabAndEngine::labUri);
    }

    @Override
    public Run start(Plan plan) {
        begin();
        try {
            return session.join().start(plan);
        } catch (CompletionException e) {
            throw new IllegalStateException(sentence(e), e);
        }
    }

    /** The message shown when the lab did not start. */
    static String sentence(Throwable fault) {
        Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
        cause = cause instanceof UncheckedIOException ? cause.getCause() : cause;
        return WindowText.LAB_NOT_STARTED.formatted(
                (cause == null || cause.getMessage() == null ? fault : cause.getMessage()));
    }

    /**
     * Cancels active runs and closes lab and engine on a separate thread, which is not a daemon:
     * the program ends when it has cleaned up.
     */
    @Override
    public void close() {
        begun.cancel(false); // if it never began, nothing is to be closed
        Thread.ofPlatform().name("overlap-closing").start(this::closeNow);
    }

    private void closeNow() {
        session.thenAccept(EngineHost::close)
                .exceptionally(_ -> null) // it never started, which the window has reported
                .join();
    }

    private static void close(PythonSession opened) {
        new Closer().run(opened::close).log(LOG, "engine and lab did not end as they should");
    }
}
