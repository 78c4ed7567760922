package dev.overlap.ui;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.task.Closer;
import dev.overlap.plan.Plan;
import dev.overlap.runtime.LabAndEngine;
import dev.overlap.text.WindowText;
import dev.overlap.ui.run.RunStarter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * What works behind the window: the lab and the engine, from the start of the program to its end.
 *
 * <p>Threads: made and closed on the JavaFX thread, which never waits here: starting and ending
 * happen in the background. {@link #start} waits for the lab and belongs on a background thread.
 */
final class EngineHost implements RunStarter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineHost.class);

    private final CompletableFuture<LabAndEngine> opened;

    /** Begins to start the lab and the engine in the background. */
    EngineHost(Executor background) {
        opened = CompletableFuture.supplyAsync(EngineHost::open, background);
    }

    private static LabAndEngine open() {
        try {
            return LabAndEngine.open(RenderCpuTime::nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the lab listens; completes exceptionally if it could not start. */
    CompletionStage<URI> lab() {
        return opened.thenApply(LabAndEngine::labUri);
    }

    @Override
    public Run start(Plan plan) {
        try {
            return opened.join().start(plan);
        } catch (CompletionException e) {
            throw new IllegalStateException(sentence(e), e);
        }
    }

    /** What to tell people when the lab did not start. */
    static String sentence(Throwable fault) {
        Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
        cause = cause instanceof UncheckedIOException ? cause.getCause() : cause;
        return WindowText.LAB_NOT_STARTED.formatted(
                (cause == null || cause.getMessage() == null ? fault : cause.getMessage()));
    }

    /**
     * Cancels what runs and ends lab and engine, on a thread of its own. The thread is not a
     * daemon: the program ends when it has cleaned up.
     */
    @Override
    public void close() {
        Thread.ofPlatform().name("overlap-closing").start(this::closeNow);
    }

    private void closeNow() {
        opened.thenAccept(EngineHost::close)
                .exceptionally(_ -> null) // it never started, which was said in the window
                .join();
    }

    private static void close(LabAndEngine opened) {
        new Closer().run(opened::close).log(LOG, "engine and lab did not end as they should");
    }
}
