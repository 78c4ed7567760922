package dev.overlap.comparison;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Takes the turns of a comparison plan, strictly one after another: a run begins when nothing is
 * left of the one before.
 *
 * <p>A run in which tasks failed is a sample like any other; whoever draws conclusions sees the
 * failures. A run that was cancelled, or that broke off by a fault of Overlap, measured nothing and
 * is none.
 *
 * <p>Threads: every method may be called from any thread, and none of them waits. No thread belongs
 * to a series: the end of a run lets the {@code background} begin the next one, so the steps of a
 * series follow one another, and what only they use needs no lock. What is read is one immutable
 * snapshot, made anew only when a turn begins or ends.
 */
public final class ComparisonRunner {

    private final ComparisonPlan comparisonPlan;
    private final Function<Plan, Run> starter;
    private final Executor background;
    private final Iterator<ComparisonPlan.ScheduledRun> turns;
    private final List<List<Measurement>> samples = new ArrayList<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Snapshot snapshot;
    private @Nullable Run run; // guarded by this, as is the next one
    private boolean cancelled;

    private record Snapshot(Comparison comparison, ComparisonPlan.@Nullable ScheduledRun now) {}

    private record Live(int variant, Trace trace) {}

    private ComparisonRunner(
            ComparisonPlan comparisonPlan, Function<Plan, Run> starter, Executor background) {
        this.comparisonPlan = comparisonPlan;
        this.starter = starter;
        this.background = background;
        turns = comparisonPlan.turns().iterator();
        comparisonPlan.variants().forEach(_ -> samples.add(new ArrayList<>()));
        snapshot = new Snapshot(comparison(null, false), null);
    }

    /**
     * Begins a series and returns at once.
     *
     * @param starter starts a run of a plan and does not wait, as the engine does; what it throws
     *     ends the series
     * @param background where runs are started; no task of it lasts longer than that takes
     */
    public static ComparisonRunner start(
            ComparisonPlan comparisonPlan, Function<Plan, Run> starter, Executor background) {
        ComparisonRunner runner = new ComparisonRunner(comparisonPlan, starter, background);
        try {
            background.execute(runner::begin);
        } catch (RuntimeException | Error e) { // no thread is left, for one
            runner.breakOff(ComparisonRunException.refused(e));
        }
        return runner;
    }

    /** What was measured so far, with the live trace of the run that goes on. */
    public Comparison soFar() {
        return snapshot.comparison;
    }

    /** The turn that goes on; null before the first, between two and after the last. */
    public ComparisonPlan.@Nullable ScheduledRun now() {
        return snapshot.now;
    }

    /** Cancels the run that goes on, and begins no other. Does nothing to a finished series. */
    public void cancel() {
        Run current;
        synchronized (this) {
            cancelled = true;
            current = run;
        }
        if (current != null) {
            current.cancel();
        }
    }

    /**
     * Completes when all turns were taken; after {@link #cancel}, when nothing is left of the run
     * that went on. Completes exceptionally, with {@link ComparisonRunException}, if a run cannot
     * start or breaks off; what was measured before is kept.
     */
    public CompletionStage<Void> done() {
        return done.minimalCompletionStage();
    }

    private void begin() {
        try {
            next();
        } catch (RuntimeException | Error e) {
            breakOff(ComparisonRunException.refused(e));
        }
    }

    private void next() {
        if (isCancelled() || !turns.hasNext()) {
            snapshot = new Snapshot(comparison(null, true), null);
            done.complete(null);
        } else {
            take(turns.next());
        }
    }

    private void take(ComparisonPlan.ScheduledRun scheduledRun) {
        Plan plan = comparisonPlan.variants().get(scheduledRun.variant()).plan();
        Run started;
        try {
            started = starter.apply(plan);
        } catch (RuntimeException | Error e) {
            breakOff(ComparisonRunException.refused(e));
            return;
        }
        CompletableFuture<Void> followed = new CompletableFuture<>();
        try {
            goesOn(scheduledRun, started);
            followed.complete(null);
        } catch (RuntimeException | Error e) { // a run that cannot be followed is not to go on
            followed.completeExceptionally(e);
            cancel(started, e);
        }
        var _ =
                started.done()
                        .thenCompose(_ -> followed)
                        .thenRunAsync(() -> over(scheduledRun, started), background)
                        .exceptionally(
                                fault ->
                                        breakOff(
                                                ComparisonRunException.broken(
                                                        plan.model(), fault)));
    }

    private static void cancel(Run run, Throwable reason) {
        try {
            run.cancel();
        } catch (RuntimeException | Error e) {
            reason.addSuppressed(e);
        }
    }

    private void goesOn(ComparisonPlan.ScheduledRun scheduledRun, Run started) {
        snapshot =
                new Snapshot(
                        comparison(new Live(scheduledRun.variant(), started.trace()), false),
                        scheduledRun);
        boolean late;
        synchronized (this) {
            run = started;
            late = cancelled;
        }
        if (late) {
            started.cancel();
        }
    }

    private void over(ComparisonPlan.ScheduledRun scheduledRun, Run finished) {
        if (!isCancelled()) {
            Measurement measurement = new Measurement(finished.trace(), finished.cpuNanos());
            samples.get(scheduledRun.variant()).add(measurement);
        }
        snapshot = new Snapshot(comparison(null, false), null);
        next();
    }

    private @Nullable Void breakOff(ComparisonRunException reason) {
        try {
            snapshot = new Snapshot(comparison(null, true), null);
        } finally {
            done.completeExceptionally(reason); // whoever waits for the end is not to wait for ever
        }
        return null;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private Comparison comparison(@Nullable Live live, boolean finished) {
        List<VariantResult> entries = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Trace trace = live != null && live.variant == i ? live.trace : null;
            entries.add(new VariantResult(comparisonPlan.variants().get(i), samples.get(i), trace));
        }
        return new Comparison(comparisonPlan, entries, finished);
    }
}
