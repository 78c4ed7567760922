package dev.overlap.engine.task;

import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The execution of one task by a worker; guarantees that the task ends exactly once.
 *
 * <p>A task can end in two ways, which may race. Its worker calls {@link #end} when the work is
 * done. Others, such as the timer or the user, call {@link #stop}: the outcome is recorded at once
 * and the operation in progress is aborted; the worker notices by the exception that the abort
 * causes, and its own {@link #end} then only releases the worker.
 *
 * <p>Threads: safe for any.
 */
public final class TaskExecution {

    private final Task task;
    private final TraceRecorder recorder;
    private final AbortTracker aborts;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Abort current;
    private @Nullable Future<?> deadline;
    private Function<Duration, @Nullable Outcome> onTimeout = _ -> null;
    private volatile UnaryOperator<Outcome> wording = UnaryOperator.identity();
    private @Nullable Outcome stoppedWith;
    private volatile Runnable cleanup = () -> {};
    private volatile int step;
    private long cpuBefore;
    private ReceivedBytes received = ReceivedBytes.NOTHING;
    private int exchanges;

    /** Creates the execution of a task whose aborts no run waits for. */
    public TaskExecution(Task task, TraceRecorder recorder) {
        this(task, recorder, new AbortTracker(CleanupInterceptor.PLAIN));
    }

    public TaskExecution(Task task, TraceRecorder recorder, AbortTracker aborts) {
        this.task = task;
        this.recorder = recorder;
        this.aborts = aborts;
    }

    public Task task() {
        return task;
    }

    public int index() {
        return task.index();
    }

    /** Sets the step that the task is in, by its place in the text of the line, from 0. */
    public void setStep(int step) {
        this.step = step;
    }

    /**
     * Returns what sentences call the task: its label or, if it has several steps, the current one.
     */
    public String label() {
        if (task.steps().isSingle()) {
            return task.label();
        }
        List<Step> all = task.steps().flat().toList();
        return all.get(step).shortLabel() + " (step " + (step + 1) + " of " + all.size() + ")";
    }

    /**
     * Sets what to do once its worker is free, before anybody learns of it; to be called before
     * {@link #start}.
     */
    public void setCleanup(Runnable cleanup) {
        this.cleanup = cleanup;
    }

    public TraceRecorder recorder() {
        return recorder;
    }

    /** Returns a stage that completes when the worker is free again; never exceptionally. */
    public CompletionStage<Void> done() {
        return done;
    }

    /** Returns whether the worker is free again. */
    public boolean isOver() {
        return done.isDone();
    }

    /**
     * Returns a stage that completes when the task has ended; its worker may not have noticed yet.
     */
    public CompletionStage<Outcome> outcome() {
        return outcome;
    }

    /** Records the outcome ahead of {@link #end}; later outcomes are ignored. */
    public void record(Outcome ending) {
        record(ending, System.nanoTime());
    }

    /** As {@link #record(Outcome)}, with the instant of the end. */
    public void record(Outcome ending, long nanoTime) {
        Outcome decided = wording.apply(decided(ending));
        if (recorder.end(index(), decided, nanoTime)) {
            outcome.complete(decided);
        }
    }

    /**
     * Returns the outcome that counts: that of a stop takes precedence, since the worker may see
     * the exception of the abort before the stopping thread has recorded the outcome.
     */
    private synchronized Outcome decided(Outcome ending) {
        return stoppedWith == null ? ending : stoppedWith;
    }

    public void enter(Phase phase) {
        recorder.enter(index(), phase);
    }

    /** Sets what completes the sentence of an outcome; to be called before {@link #start}. */
    public void setWording(UnaryOperator<Outcome> wording) {
        this.wording = wording;
    }

    /**
     * Sets the outcome for a timeout; where it returns null, the default names the phase. To be
     * called before {@link #start}.
     */
    public synchronized void setTimeoutOutcome(Function<Duration, @Nullable Outcome> outcome) {
        onTimeout = outcome;
    }

    private synchronized Function<Duration, @Nullable Outcome> onTimeout() {
        return onTimeout;
    }

    /** Marks the start of the work by a worker and starts the timeout. */
    public void start(int worker, Duration timeout, ScheduledExecutorService timer) {
        recorder.setWorker(index(), worker);
        Future<?> scheduled =
                timer.schedule(
                        () -> stop(timeoutOutcome(timeout)),
                        timeout.toNanos(),
                        TimeUnit.NANOSECONDS);
        synchronized (this) {
            deadline = scheduled;
        }
    }

    private Outcome timeoutOutcome(Duration timeout) {
        Outcome special = onTimeout().apply(timeout);
        return special == null ? timedOut(timeout) : special;
    }

    private Outcome timedOut(Duration timeout) {
        TaskTrack track = recorder.trace().task(index());
        Phase during = track.phase(track.segments() - 1);
        int tried = during == Phase.CONNECT ? attemptsOfLastExchange(track) : 0;
        return TaskFailures.timedOut(timeout, during, tried, label());
    }

    private static int attemptsOfLastExchange(TaskTrack track) {
        List<ConnectAttempt> attempts = track.attempts();
        return attempts.isEmpty() ? 0 : attempts.getLast().number() + 1;
    }

    /** Returns the number of the next exchange of this task, from 0. */
    public int nextExchange() {
        return exchanges++;
    }

    /**
     * Blocks the caller in phase PAUSE for a time; stopping the task ends the pause.
     *
     * @throws InterruptedIOException if the caller was interrupted
     */
    public void pause(Duration time) throws InterruptedIOException {
        CountDownLatch wake = new CountDownLatch(1);
        onStop(
                () -> {
                    wake.countDown();
                    return true;
                });
        enter(Phase.PAUSE);
        try {
            boolean _ = wake.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in a pause");
        }
    }

    /**
     * Records the CPU time of the computation in progress so far, in nanoseconds.
     *
     * @param whole whether it is over
     */
    public void used(long cpuNanos, boolean whole) {
        recorder.cpu(index(), cpuBefore + cpuNanos);
        cpuBefore += whole ? cpuNanos : 0;
    }

    /** Returns the bytes of all response bodies of this task so far. */
    public long bytes() {
        return received.bytes();
    }

    /** Returns the total size of all response bodies of this task so far. */
    public ReceivedBytes received() {
        return received;
    }

    /** Notes that another response body is complete. */
    public void received(ReceivedBytes all) {
        received = all;
    }

    public synchronized boolean isStopped() {
        return stoppedWith != null;
    }

    /**
     * Sets how to abort the operation that is now in progress; aborts it at once if the task is
     * already stopped.
     *
     * @return the previous abort, or null
     */
    public @Nullable Abort onStop(Abort abort) {
        Abort before;
        synchronized (this) {
            before = current;
            current = abort;
            if (stoppedWith == null) {
                return before;
            }
        }
        aborts.abort(abort);
        return before;
    }

    /** Ends the task from outside and aborts the operation in progress. Never throws. */
    public void stop(Outcome outcome) {
        aborts.run(() -> stopNow(outcome));
    }

    private void stopNow(Outcome outcome) {
        Abort abort;
        synchronized (this) {
            if (stoppedWith != null || done.isDone()) {
                return;
            }
            stoppedWith = outcome;
            abort = current;
        }
        try {
            record(outcome);
        } finally {
            if (abort != null) {
                aborts.abort(abort);
            }
        }
    }

    /**
     * Stops several tasks at the same instant: all outcomes are recorded before the first operation
     * is aborted. Never throws.
     *
     * @param own the outcome of the first task, which its caller stops after this
     * @param others the outcomes of the others
     */
    public static void stopTogether(
            TaskExecution first, Outcome own, Map<TaskExecution, Outcome> others) {
        long now = System.nanoTime();
        others.forEach(TaskExecution::decide);
        first.aborts.run(
                () -> {
                    first.record(own, now);
                    others.forEach((task, outcome) -> task.record(outcome, now));
                });
        others.keySet().forEach(task -> task.aborts.run(task::abortNow));
    }

    /** Decides how the task ends, unless that is decided. */
    private synchronized void decide(Outcome outcome) {
        if (stoppedWith == null && !done.isDone()) {
            stoppedWith = outcome;
        }
    }

    private void abortNow() {
        Abort abort;
        synchronized (this) {
            abort = current;
        }
        if (abort != null) {
            aborts.abort(abort);
        }
    }

    /** Ends the task, unless it has ended already, and releases the worker. */
    public void end(Outcome outcome) {
        Future<?> timer;
        synchronized (this) {
            timer = deadline;
            current = null;
        }
        try {
            if (timer != null) {
                timer.cancel(false);
            }
            record(outcome);
            cleanup.run();
        } finally {
            done.complete(null); // or the run would wait for ever
        }
    }
}
