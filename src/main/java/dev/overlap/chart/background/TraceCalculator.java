package dev.overlap.chart.background;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Computes what visits all of a trace, so that no frame waits for it: of a short trace at once, of
 * a long one on a thread of its own, while the result before it stays in use. Results are at least
 * a tenth of a second apart, and further if they are expensive, since a live run needs the
 * processors more. A calculation that fails is tried again only after that time.
 *
 * <p>Threads: JavaFX thread only, except for the computation, which only reads the trace.
 *
 * @param <V> the result
 */
public final class TraceCalculator<V> {

    /** The name of the threads that compute, for all charts and panes. */
    public static final String THREAD = "overlap-metrics";

    /** Phases and slices that are visited in about a millisecond. */
    private static final int MAX_AT_ONCE = 20_000;

    /** A little less than the tenth of a second after which panes ask again. */
    private static final long MIN_INTERVAL_NANOS = 90_000_000;

    /** Computing takes at most a fifth of the time of one processor. */
    private static final long COST_FACTOR = 4;

    /** Two, so that what the mouse is over need not wait for the figures of the run. */
    static final ExecutorService BACKGROUND =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name(THREAD).factory());

    private static final Logger LOG = LoggerFactory.getLogger(TraceCalculator.class);

    private record Result<V>(TraceMoment moment, V value, long costNanos) {}

    /** A calculation that was started last, whether or not it succeeds. */
    private record Attempt(TraceMoment moment, boolean finished, long beginNanoTime) {}

    private final Function<TraceMoment, V> calculation;
    private @Nullable CompletableFuture<Result<V>> running;
    private @Nullable Result<V> latest;
    private @Nullable Attempt last;
    private @Nullable Trace failed;
    private long next = Long.MIN_VALUE;

    /**
     * Creates a calculator without a result.
     *
     * @param calculation called on either thread
     */
    public TraceCalculator(Function<TraceMoment, V> calculation) {
        this.calculation = calculation;
    }

    /**
     * Returns the latest result for the trace of a moment, which is perhaps that of an earlier
     * moment; null as long as there is none. Starts computing a newer one if it is due.
     */
    public @Nullable V at(TraceMoment moment) {
        collect();
        if (running == null && isDue(moment)) {
            start(moment);
        }
        Result<V> known = latest;
        return known == null || known.moment.trace() != moment.trace() ? null : known.value;
    }

    private void collect() {
        CompletableFuture<Result<V>> done = running;
        if (done != null && done.isDone()) {
            running = null;
            end(done);
        }
    }

    private void end(CompletableFuture<Result<V>> done) {
        Attempt attempt = last;
        if (attempt != null && done.isCompletedExceptionally()) {
            failed(attempt, done.exceptionNow());
        } else {
            show(done.join());
        }
    }

    private void show(Result<V> result) {
        latest = result;
        waitFor(result.costNanos);
    }

    private void waitFor(long costNanos) {
        next = System.nanoTime() + Math.max(MIN_INTERVAL_NANOS, costNanos * COST_FACTOR);
    }

    /** Logs a failure once per trace: the same calculation may fail again ten times a second. */
    private void failed(Attempt attempt, Throwable failure) {
        waitFor(System.nanoTime() - attempt.beginNanoTime);
        if (failed != attempt.moment.trace()) {
            failed = attempt.moment.trace();
            LOG.error("The figures of a run could not be computed.", failure);
        }
    }

    private boolean isDue(TraceMoment moment) {
        Attempt known = last;
        if (known == null || known.moment.trace() != moment.trace()) {
            return true;
        }
        boolean finishedSince = moment.trace().isFinished() && !known.finished;
        return finishedSince || (isNews(moment, known) && System.nanoTime() - next >= 0);
    }

    /** A failed moment is news too: a later reading of a trace that grows may succeed. */
    private boolean isNews(TraceMoment moment, Attempt known) {
        Result<V> result = latest;
        boolean failedLast = result == null || !result.moment.equals(known.moment);
        return failedLast || !known.moment.equals(moment);
    }

    private void start(TraceMoment moment) {
        last = new Attempt(moment, moment.trace().isFinished(), System.nanoTime());
        if (isShort(moment.trace())) {
            end(CompletableFuture.supplyAsync(() -> calculate(moment), Runnable::run));
        } else {
            running = CompletableFuture.supplyAsync(() -> calculate(moment), BACKGROUND);
        }
    }

    private Result<V> calculate(TraceMoment moment) {
        long begin = System.nanoTime();
        V value = calculation.apply(moment);
        return new Result<>(moment, value, System.nanoTime() - begin);
    }

    /** Whether all of a trace can be visited within a frame. */
    static boolean isShort(Trace trace) {
        long visited = (long) trace.tasks().size() + trace.workers().size();
        if (visited > MAX_AT_ONCE) {
            return false;
        }
        for (TaskTrack task : trace.tasks()) {
            visited += task.segments();
        }
        for (WorkerTrack worker : trace.workers()) {
            visited += worker.slices();
        }
        return visited <= MAX_AT_ONCE;
    }
}
