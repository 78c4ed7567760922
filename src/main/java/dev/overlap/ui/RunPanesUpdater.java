package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.chart.background.TraceCalculator;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;
import dev.overlap.ui.SidePane.Page;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.CodePane;
import dev.overlap.ui.run.ExpectedOutcomes;
import dev.overlap.ui.run.MomentStatistics;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunPage;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Updates the panes beside the timeline: statistics, selected task, and current line of the
 * program. All show the same moment, whose statistics are computed once.
 *
 * <p>Threads: JavaFX thread only.
 */
final class RunPanesUpdater {

    /**
     * The panes to update.
     *
     * @param timeline shows the run, and holds the selected task
     * @param side selects the page
     */
    record Targets(Timeline timeline, SidePane side, RunPage run, CodePane code) {}

    /** A run, and how its tasks end if all succeed: known once its statistics are. */
    private record Shown(Started started, TraceMemo<ExpectedOutcomes> expected) {

        static Shown of(Started started) {
            return new Shown(
                    started,
                    new TraceMemo<>(
                            _ ->
                                    started.isForeign()
                                            ? ExpectedOutcomes.NONE
                                            : ExpectedOutcomes.of(started.run().plan())));
        }

        Trace trace() {
            return started.run().trace();
        }

        Plan plan() {
            return started.run().plan();
        }
    }

    private final Targets targets;
    private final Replay replay;
    private final Supplier<Plan> next;
    private volatile @Nullable Shown run;
    private @Nullable MomentStatistics shown;
    private final TraceCalculator<MomentStatistics> statistics =
            new TraceCalculator<>(this::compute);
    private final TraceMemo<FinishedRun> whole;

    /**
     * @param whole the numbers of finished runs
     * @param next the plan shown on the code page as long as there is no run
     */
    RunPanesUpdater(
            Targets targets, Replay replay, TraceMemo<FinishedRun> whole, Supplier<Plan> next) {
        this.whole = whole;
        this.targets = targets;
        this.replay = replay;
        this.next = next;
        targets.timeline.selectedTaskProperty().subscribe((_, task) -> selected(task.intValue()));
    }

    /** Called on the thread that computes, or on this one. */
    private MomentStatistics compute(TraceMoment moment) {
        return MomentStatistics.of(moment, whole)
                .with(replay.changes(moment), expected(moment.trace()));
    }

    @SuppressWarnings("ReferenceEquality") // a trace is one run
    private ExpectedOutcomes expected(Trace trace) {
        Shown now = run;
        return now == null || now.trace() != trace ? ExpectedOutcomes.NONE : now.expected.of(trace);
    }

    /** The statistics shown last; null without a run. */
    @Nullable MomentStatistics shown() {
        return shown;
    }

    /** Switches to another run, or to none. */
    void setRun(@Nullable Started started) {
        run = started == null ? null : Shown.of(started);
        Trace trace = started == null ? null : started.run().trace();
        if (trace == null || selected() >= trace.tasks().size()) {
            targets.timeline.selectedTaskProperty().set(-1);
        }
        targets.timeline.traceProperty().set(trace);
    }

    private int selected() {
        return targets.timeline.selectedTaskProperty().get();
    }

    /** Updates the panes if the moment has changed and its statistics are known. */
    @SuppressWarnings("ReferenceEquality") // equal statistics only cost showing once more
    void refresh() {
        TraceMoment now = moment();
        MomentStatistics latest = now == null ? null : statistics.at(now);
        if (latest != shown) {
            shown = latest;
            targets.run.show(latest, selected());
        } else {
            targets.run.refreshTask();
        }
        showCode();
    }

    /** The current moment; null without a run. */
    @Nullable TraceMoment moment() {
        Shown now = run;
        return now == null ? null : TraceMoment.at(now.trace(), replay.playheadProperty().get());
    }

    private void showCode() {
        Shown now = run;
        if (targets.side.pageProperty().get() == Page.CODE) {
            boolean none = now == null || now.started.isForeign();
            targets.code.show(
                    now == null || none ? next.get() : now.plan(),
                    shown == null || none ? null : shown.moment(),
                    selected());
        }
    }

    /** Selecting a task leaves the lesson page, to show its details. */
    private void selected(int task) {
        if (task >= 0 && targets.side.pageProperty().get() == Page.LESSON) {
            targets.side.pageProperty().set(Page.RUN);
        }
        targets.run.showTask(shown, task);
        showCode();
    }
}
