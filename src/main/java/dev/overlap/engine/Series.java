package dev.overlap.engine;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Programme;
import dev.overlap.compare.Sample;
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
 * Takes the turns of a programme, strictly one after another: a run begins when nothing is left of
 * the one before.
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
public final class Series {

    private final Programme programme;
    private final Function<Plan, Run> starter;
    private final Executor background;
    private final Iterator<Programme.Turn> turns;
    private final List<List<Sample>> samples = new ArrayList<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Snapshot snapshot;
    private @Nullable Run run; // guarded by this, as is the next one
    private boolean cancelled;

    private record Snapshot(Comparison comparison, Programme.@Nullable Turn now) {}

    private record Live(int variant, Trace trace) {}

    private Series(Programme programme, Function<Plan, Run> starter, Executor background) {
        this.programme = programme;
        this.starter = starter;
        this.background = background;
        turns = programme.turns().iterator();
        programme.variants().forEach(_ -> samples.add(new ArrayList<>()));
        snapshot = new Snapshot(comparison(null, false), null);
    }

    /**
     * Begins a series and returns at once.
     *
     * @param starter starts a run of a plan and does not wait, as {@link Engine#start} does; what
     *     it throws ends the series
     * @param background where runs are started; no task of it lasts longer than that takes
     */
    public static Series start(
            Programme programme, Function<Plan, Run> starter, Executor background) {
        Series series = new Series(programme, starter, background);
        try {
            background.execute(series::begin);
        } catch (RuntimeException | Error e) { // no thread is left, for one
            series.breakOff(TurnFailed.refused(e));
        }
        return series;
    }

    /** What was measured so far, with the live trace of the run that goes on. */
    public Comparison soFar() {
        return snapshot.comparison;
    }

    /** The turn that goes on; null before the first, between two and after the last. */
    public Programme.@Nullable Turn now() {
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
     * that went on. Completes exceptionally, with {@link TurnFailed}, if a run cannot start or
     * breaks off; what was measured before is kept.
     */
    public CompletionStage<Void> done() {
        return done.minimalCompletionStage();
    }

    private void begin() {
        try {
            next();
        } catch (RuntimeException | Error e) {
            breakOff(TurnFailed.refused(e));
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

    private void take(Programme.Turn turn) {
        Plan plan = programme.variants().get(turn.variant()).plan();
        Run started;
        try {
            started = starter.apply(plan);
        } catch (RuntimeException | Error e) {
            breakOff(TurnFailed.refused(e));
            return;
        }
        Closer closer = new Closer().run(() -> goesOn(turn, started));
        if (closer.fault() != null) { // a run that cannot be followed is not to go on
            closer.run(started::cancel);
        }
        var _ =
                started.done()
                        .thenRun(closer::rethrow)
                        .thenRunAsync(() -> over(turn, started), background)
                        .exceptionally(fault -> breakOff(TurnFailed.broken(plan.model(), fault)));
    }

    private void goesOn(Programme.Turn turn, Run started) {
        snapshot = new Snapshot(comparison(new Live(turn.variant(), started.trace()), false), turn);
        boolean late;
        synchronized (this) {
            run = started;
            late = cancelled;
        }
        if (late) {
            started.cancel();
        }
    }

    private void over(Programme.Turn turn, Run finished) {
        if (!isCancelled()) {
            Sample sample = new Sample(finished.trace(), finished.cpuNanos());
            samples.get(turn.variant()).add(sample);
        }
        snapshot = new Snapshot(comparison(null, false), null);
        next();
    }

    private @Nullable Void breakOff(TurnFailed reason) {
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
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Trace trace = live != null && live.variant == i ? live.trace : null;
            entries.add(new Entry(programme.variants().get(i), samples.get(i), trace));
        }
        return new Comparison(programme, entries, finished);
    }
}
