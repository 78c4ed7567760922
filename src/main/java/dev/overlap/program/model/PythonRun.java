package dev.overlap.program.model;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ResultCollector;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.program.ListProgram;
import dev.overlap.program.ProgramRun;
import dev.overlap.program.python.Interpreter;
import dev.overlap.snippet.Program;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.program.ModelText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A run of a plan by a program in Python, which a driver thread writes, starts, follows and cleans
 * up.
 *
 * <p>Time zero is when the program begins its list: the interpreter and its libraries are loaded by
 * then, as the workers' code of Overlap's own runs is. How long that took is told in a note.
 *
 * <p>Threads: as {@link Run} says.
 */
final class PythonRun implements Run {

    private static final long POLL_MILLIS = 100;

    private final Plan plan;
    private final Program program;
    private final Interpreter interpreter;
    private final URI lab;
    private final Optional<Path> kept;
    private final TraceRecorder recorder;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable ProgramRun running; // guarded by this, as is the next
    private boolean cancelled;

    PythonRun(Plan plan, Program program, Interpreter interpreter, URI lab, Optional<Path> kept) {
        this.plan = plan;
        this.program = program;
        this.interpreter = interpreter;
        this.lab = lab;
        this.kept = kept;
        recorder = new TraceRecorder(ListProgram.traceOf(plan.tasks()));
        CollectMode asked = plan.settings().rules().collect();
        if (asked != CollectMode.ALL) {
            CollectMode mode = ConcurrencyModel.of(plan.model()).collects(asked);
            recorder.collects(ResultCollector.rule(mode));
        }
    }

    void start() {
        DaemonThread.of(this::run, "python-driver").start();
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Trace trace() {
        return recorder.trace();
    }

    @Override
    public CompletionStage<Void> done() {
        return done;
    }

    private void run() {
        Throwable fault = null;
        try {
            ListProgram.warmUp(lab);
            try (ListProgram written =
                    ListProgram.write(
                            interpreter.command(), program.fileName(), program.text(), kept)) {
                ProgramRun started = start(written);
                if (started != null) {
                    follow(started);
                    requireBegun(started);
                }
            }
        } catch (InterruptedException _) {
            cancel(); // nothing interrupts this thread; if so, nobody is left behind
        } catch (IOException | RuntimeException | Error e) {
            fault = e;
        } finally {
            end(fault);
        }
    }

    /** Starts the program; returns null if the run has been cancelled before. */
    private synchronized @Nullable ProgramRun start(ListProgram written) throws IOException {
        if (cancelled) {
            return null;
        }
        recorder.addNote(ModelText.ranUnder(interpreter));
        PlanCheck.withoutEffect(plan).stream()
                .map(ModelText::withoutEffect)
                .forEach(recorder::addNote);
        running = written.start(recorder, plan.tasks());
        return running;
    }

    private void follow(ProgramRun started) throws InterruptedException {
        Duration patience = plan.settings().timeout();
        Future<Void> end = started.done().toCompletableFuture();
        while (!isDoneBeforeNextPoll(end)) {
            if (started.isSilent(patience) && isStuck(trace())) {
                recorder.addNote(ModelText.stuck(DurationFormat.text(patience.toNanos())));
                boolean _ = started.stop();
            }
        }
    }

    private static boolean isDoneBeforeNextPoll(Future<Void> end) throws InterruptedException {
        try {
            end.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a program could not be followed", e.getCause());
        }
    }

    /** Returns whether some tasks wait for one another, and all others for them. */
    private static boolean isStuck(Trace trace) {
        boolean waits = false;
        for (TaskTrack task : trace.tasks()) {
            Phase phase = task.segments() == 0 ? Phase.QUEUED : task.phase(task.segments() - 1);
            if (task.outcome() == null && phase != Phase.QUEUED) {
                if (phase != Phase.BLOCKED) {
                    return false;
                }
                waits = true;
            }
        }
        return trace.hasBegun() && waits;
    }

    private synchronized void requireBegun(ProgramRun ended) throws IOException {
        if (cancelled || (ended.seen().events() && recorder.trace().wallNanos() > 0)) {
            return;
        }
        if (!plan.tasks().isEmpty() && ended.exitCode() != 0) {
            String errors = ended.lastErrors(Charset.defaultCharset()).strip();
            String last = errors.isEmpty() ? "" : errors.lines().toList().getLast().strip();
            throw new IOException(ModelText.notBegun(plan.model(), ended.exitCode(), last));
        }
    }

    private void end(@Nullable Throwable fault) {
        if (!trace().isFinished()) { // the program was never started
            recorder.begin();
            endAll();
            recorder.finish();
        }
        if (fault == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(fault);
        }
    }

    private void endAll() {
        trace().tasks().forEach(task -> recorder.end(task.index(), new Outcome.Cancelled()));
    }

    @Override
    public void cancel() {
        ProgramRun stopping;
        synchronized (this) {
            if (cancelled || done.isDone()) {
                return;
            }
            cancelled = true;
            stopping = running;
        }
        if (trace().hasBegun()) {
            endAll();
        }
        if (stopping != null) {
            DaemonThread.of(stopping::stop, "python-stop").start(); // which waits for processes
        }
    }
}
