package dev.overlap.comparison;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Executes the runs of a comparison plan, strictly one after another: a run begins when the
 * previous one has released everything.
 *
 * <p>A run with failed tasks is a measurement like any other; conclusions take the failures into
 * account. A run that was cancelled, or aborted by an internal error, is not a measurement.
 *
 * <p>Threads: every method may be called from any thread and none blocks. A comparison has no
 * thread of its own: the end of a run schedules the next one in the {@code background}, so the
 * steps are sequential and the state used only by them needs no lock. Readers get an immutable
 * snapshot, which is replaced when a run begins or ends.
 */
public final class ComparisonRunner {

    private final ComparisonPlan comparisonPlan;
    private final Function<Plan, Run> starter;
    private final Executor background;
    private final Iterator<ComparisonPlan.ScheduledRun> turns;
    private final Measurements measurements;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CurrentRun current = new CurrentRun();
    private volatile Snapshot snapshot;

    private record Snapshot(Comparison comparison, ComparisonPlan.@Nullable ScheduledRun now) {}

    private ComparisonRunner(
            ComparisonPlan comparisonPlan, Function<Plan, Run> starter, Executor background) {
        this.comparisonPlan = comparisonPlan;
        this.starter = starter;
        this.background = background;
        turns = comparisonPlan.turns().iterator();
        measurements = new Measurements(comparisonPlan);
        snapshot = new Snapshot(measurements.soFar(), null);
    }

    /**
     * Starts a comparison and returns at once.
     *
     * @param starter starts a run of a plan without blocking, as the engine does; an exception ends
     *     the comparison
     * @param background where runs are started; its tasks are no longer than that takes
     */
    public static ComparisonRunner start(
            ComparisonPlan comparisonPlan, Function<Plan, Run> starter, Executor background) {
        ComparisonRunner runner = new ComparisonRunner(comparisonPlan, starter, background);
        try {
            background.execute(runner::begin);
        } catch (RuntimeException | Error e) { // for example, no thread could be created
            runner.abort(ComparisonRunException.notStarted(e));
        }
        return runner;
    }

    /** Returns a runner that has ended, with results that were recorded before. */
    public static ComparisonRunner ended(Comparison recorded) {
        ComparisonRunner runner =
                new ComparisonRunner(
                        recorded.plan(),
                        _ -> {
                            throw new IllegalStateException("all runs have ended");
                        },
                        Runnable::run);
        runner.snapshot = new Snapshot(recorded, null);
        runner.done.complete(null);
        return runner;
    }

    /** The results so far, with the live trace of the current run. */
    public Comparison soFar() {
        return snapshot.comparison;
    }

    /** The current run; null before the first, between two and after the last. */
    public ComparisonPlan.@Nullable ScheduledRun now() {
        return snapshot.now;
    }

    /** Cancels the current run and starts no other. Does nothing to a finished comparison. */
    public void cancel() {
        current.cancel();
    }

    /**
     * Completes when all runs are done; after {@link #cancel}, when the current run has released
     * everything. Completes exceptionally, with {@link ComparisonRunException}, if a run cannot
     * start or is aborted; previous measurements are kept.
     */
    public CompletionStage<Void> done() {
        return done.minimalCompletionStage();
    }

    private void begin() {
        try {
            next();
        } catch (RuntimeException | Error e) {
            abort(ComparisonRunException.notStarted(e));
        }
    }

    private void next() {
        if (current.isCancelled() || !turns.hasNext()) {
            snapshot = new Snapshot(measurements.finished(), null);
            done.complete(null);
        } else {
            startRun(turns.next());
        }
    }

    private void startRun(ComparisonPlan.ScheduledRun scheduledRun) {
        Plan plan = comparisonPlan.variants().get(scheduledRun.variant()).plan();
        Run started;
        try {
            started = starter.apply(plan);
        } catch (RuntimeException | Error e) {
            abort(ComparisonRunException.notStarted(e));
            return;
        }
        CompletableFuture<Void> registered = new CompletableFuture<>();
        try {
            runStarted(scheduledRun, started);
            registered.complete(null);
        } catch (RuntimeException | Error e) { // a run that cannot be tracked must not continue
            registered.completeExceptionally(e);
            CurrentRun.abandon(started, e);
        }
        var _ =
                started.done()
                        .thenCompose(_ -> registered)
                        .thenRunAsync(() -> runEnded(scheduledRun, started), background)
                        .exceptionally(
                                fault ->
                                        abort(ComparisonRunException.aborted(plan.model(), fault)));
    }

    private void runStarted(ComparisonPlan.ScheduledRun scheduledRun, Run started) {
        snapshot =
                new Snapshot(
                        measurements.running(scheduledRun.variant(), started.trace()),
                        scheduledRun);
        current.set(started);
    }

    private void runEnded(ComparisonPlan.ScheduledRun scheduledRun, Run finished) {
        if (!current.isCancelled()) {
            Measurement measurement = new Measurement(finished.trace(), finished.cpuNanos());
            measurements.add(scheduledRun.variant(), measurement);
        }
        snapshot = new Snapshot(measurements.soFar(), null);
        next();
    }

    private @Nullable Void abort(ComparisonRunException reason) {
        try {
            snapshot = new Snapshot(measurements.finished(), null);
        } finally {
            done.completeExceptionally(reason); // never leave waiters blocked
        }
        return null;
    }
}
