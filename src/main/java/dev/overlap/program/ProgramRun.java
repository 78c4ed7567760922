package dev.overlap.program;

import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.text.program.ProgramEnd.Seen;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs and is watched. Python programs are: the tracer is put in front of {@code
 * PYTHONPATH}, where the interpreter looks for {@code sitecustomize}. Any other program is watched
 * if it tells events to the address in {@code OVERLAP_TRACE}.
 *
 * <p>The run is over when the program has ended, nothing can be printed any more, and every process
 * that told events is gone: a program may leave children behind that still work.
 *
 * <p>Threads: any may ask and stop; a daemon follows the program.
 */
public final class ProgramRun {

    /** How often what was told is written into the trace. */
    private static final long TICK_MILLIS = 4;

    private static final Duration MAX_END = Duration.ofSeconds(5);

    private final Process process;
    private final ProgramEvents events;
    private final EventListener listener;
    private final OutputCopy out;
    private final OutputCopy err;
    private final Instant startedAt = Instant.now();
    private final long startedNanoTime = System.nanoTime();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile boolean stopped;

    private ProgramRun(
            Process process,
            ProgramEvents events,
            EventListener listener,
            OutputStream out,
            OutputStream err) {
        this.process = process;
        this.events = events;
        this.listener = listener;
        this.out = OutputCopy.start(process.getInputStream(), out, "program-output");
        this.err = OutputCopy.start(process.getErrorStream(), err, "program-errors");
    }

    /**
     * Starts a program.
     *
     * @param out where its standard output goes, byte for byte
     * @param err where its standard error goes
     * @throws IOException of the system, if it cannot be started
     */
    static ProgramRun start(ProgramStart start, OutputStream out, OutputStream err)
            throws IOException {
        return start(start, ProgramEvents.ofAnyProgram(), out, err);
    }

    /** Starts a program whose events go where they are wanted. */
    static ProgramRun start(
            ProgramStart start, ProgramEvents events, OutputStream out, OutputStream err)
            throws IOException {
        EventListener listener = EventListener.open(events);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(start.command()).directory(start.folder().toFile());
            Map<String, String> environment = builder.environment();
            environment.putAll(start.environment());
            putTracer(environment, start.tracer(), listener.address());
            Process process = builder.start();
            process.getOutputStream().close(); // whoever reads standard input is at its end
            ProgramRun run = new ProgramRun(process, events, listener, out, err);
            DaemonThread.of(run::follow, "program-driver").start();
            return run;
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    private static void putTracer(Map<String, String> environment, Path tracer, String address) {
        String own = environment.getOrDefault("PYTHONPATH", "");
        String separator = System.getProperty("path.separator");
        environment.put("PYTHONPATH", own.isEmpty() ? tracer.toString() : tracer + separator + own);
        environment.put("PYTHONUNBUFFERED", "1"); // else a pipe gets the output only at the end
        environment.put("OVERLAP_TRACE", address);
        environment.put("OVERLAP_TRACE_STOP", "exit");
    }

    private void follow() {
        try {
            while (!isOver()) {
                events.tick(System.nanoTime());
            }
        } catch (InterruptedException _) {
            stop(); // nothing interrupts this thread; if so, nobody is left behind
        } finally {
            Throwable fault = new Closer().run(listener::close).run(events::finish).fault();
            if (fault == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(fault);
            }
        }
    }

    /** Waits for a moment, and tells whether the run is over. */
    private boolean isOver() throws InterruptedException {
        Duration moment = Duration.ofMillis(TICK_MILLIS);
        return process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)
                && (stopped
                        || (out.awaitEnd(moment)
                                && err.awaitEnd(moment)
                                && events.awaitNoStream(moment)));
    }

    /**
     * Returns the wall-clock time of the first task, or that of the start of the program if there
     * was none.
     */
    public Instant begun() {
        return events.trace().hasBegun()
                ? startedAt.plusNanos(events.zeroNanoTime() - startedNanoTime)
                : startedAt;
    }

    /** Returns what is known of the run; it grows until the run is done. */
    public Trace trace() {
        return events.trace();
    }

    /** Completes when the run is over; exceptionally by a fault of Overlap itself. */
    public CompletionStage<Void> done() {
        return done;
    }

    /** Returns whether the program has ended while processes that it had started still run. */
    public boolean waitsForChildren() {
        return !process.isAlive() && !done.isDone();
    }

    /**
     * Returns the exit code of a program that has ended: on Unix, 128 and the number of the signal
     * if one has ended it.
     */
    public int exitCode() {
        return process.exitValue();
    }

    /** Returns the last 16 KiB that the program has printed on standard error. */
    public String lastErrors(Charset charset) {
        return err.tail(charset);
    }

    /**
     * Returns lines on what the open tasks wait for, if the program runs and has told nothing for
     * ten seconds; empty otherwise.
     */
    public List<String> hang() {
        return done.isDone() ? List.of() : HangCheck.of(trace(), events.silentNanos());
    }

    /** Returns whether the program has told nothing for a while, though it did before. */
    public boolean isSilent(Duration atLeast) {
        return events.silentNanos() >= atLeast.toNanos();
    }

    /** Returns what was seen of the program so far. */
    public Seen seen() {
        boolean isWatched = events.hasOpened();
        return new Seen(isWatched, trace().hasBegun(), Unreachable.hosts(trace()), List.of());
    }

    /**
     * Waits for the program to end by itself, for example by the Ctrl+C that it has got as well.
     */
    public boolean awaitExit(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Ends the program and all processes that it has started, and that are still watched. Waits
     * until they are gone, at most for some seconds.
     *
     * @return whether all that are known are gone
     */
    public boolean stop() {
        stopped = true;
        events.stop();
        boolean ended = false;
        try {
            ended = ProcessTree.end(process.toHandle(), events.processes(), MAX_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            listener.close();
        }
        return ended;
    }
}
