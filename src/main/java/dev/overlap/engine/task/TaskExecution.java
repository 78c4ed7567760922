package dev.overlap.engine.task;

import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One task while a worker carries it: what may stop it, and that it ends once.
 *
 * <p>Two things end a task, and they may race. Its worker calls {@link #end} when the work is over.
 * Anyone else, the timer or a person, calls {@link #stop}: the outcome is recorded at once and what
 * goes on is aborted; the worker notices by the exception that the abort causes, and its own {@link
 * #end} then only gives the worker back.
 *
 * <p>Threads: safe for all.
 */
public final class TaskExecution {

    private final Task task;
    private final TraceRecorder recorder;
    private final AbortTracker aborts;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Abort current;
    private @Nullable Future<?> deadline;
    private Function<Duration, Outcome> late = this::timedOut;
    private @Nullable Outcome stoppedWith;
    private ReceivedBytes received = ReceivedBytes.NOTHING;
    private int exchanges;

    /** A task that nobody else waits for. */
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

    public TraceRecorder recorder() {
        return recorder;
    }

    /** Completes when the worker is free of this task, never exceptionally. */
    public CompletionStage<Void> done() {
        return done;
    }

    /** Whether the worker is free of this task. */
    public boolean isOver() {
        return done.isDone();
    }

    /** Completes when the task has ended; its worker may not have noticed yet. */
    public CompletionStage<Outcome> outcome() {
        return outcome;
    }

    /** Records how it ended, ahead of {@link #end}; whatever comes later does not count. */
    public void record(Outcome ending) {
        record(ending, System.nanoTime());
    }

    /** The same, where the instant was taken elsewhere. */
    public void record(Outcome ending, long nanoTime) {
        Outcome decided = decided(ending);
        if (recorder.end(index(), decided, nanoTime)) {
            outcome.complete(decided);
        }
    }

    /**
     * What a task that was stopped ends with, whatever its worker says: it may meet the exception
     * of an abort before whoever stopped it gets to record the outcome.
     */
    private synchronized Outcome decided(Outcome ending) {
        return stoppedWith == null ? ending : stoppedWith;
    }

    public void enter(Phase phase) {
        recorder.enter(index(), phase);
    }

    /** What is to be said if time runs out, instead of the phase; ahead of {@link #start}. */
    public synchronized void ifLate(Function<Duration, Outcome> outcome) {
        late = outcome;
    }

    private synchronized Function<Duration, Outcome> late() {
        return late;
    }

    /** The worker's first step: from here on the clock of the timeout runs. */
    public void start(int worker, Duration timeout, ScheduledExecutorService timer) {
        recorder.setWorker(index(), worker);
        Future<?> scheduled =
                timer.schedule(
                        () -> stop(late().apply(timeout)), timeout.toNanos(), TimeUnit.NANOSECONDS);
        synchronized (this) {
            deadline = scheduled;
        }
    }

    private Outcome timedOut(Duration timeout) {
        TaskTrack track = recorder.trace().task(index());
        Phase during = track.phase(track.segments() - 1);
        return TaskFailures.timedOut(timeout, during, task.label());
    }

    /** The number of the next exchange of this task, from 0. */
    public int nextExchange() {
        return exchanges++;
    }

    /**
     * Blocks the caller on purpose for a while; stopping the task ends that.
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
            throw new InterruptedIOException("interrupted between two polls");
        }
    }

    /** Bytes of all bodies of this task so far. */
    public long bytes() {
        return received.bytes();
    }

    /** What all bodies of this task have come to so far. */
    public ReceivedBytes received() {
        return received;
    }

    /** One more body is whole. */
    public void received(ReceivedBytes all) {
        received = all;
    }

    public synchronized boolean isStopped() {
        return stoppedWith != null;
    }

    /**
     * Says how to abort what goes on from now on; it is aborted at once if the task is stopped
     * already.
     *
     * @return what would have been aborted so far, or null
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

    /** Ends the task from outside, and aborts what goes on. Never throws. */
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

    /** Ends the task, unless it has ended before, and gives the worker back. */
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
        } finally {
            done.complete(null); // or the run would wait for ever
        }
    }
}
