package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.chart.TraceCalculator;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
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

    private final Targets targets;
    private final Replay replay;
    private final Supplier<Plan> next;
    private @Nullable Started run;
    private @Nullable MomentStatistics computed;
    private @Nullable MomentStatistics shown;
    private final TraceCalculator<MomentStatistics> statistics =
            new TraceCalculator<>(this::compute);
    private volatile @Nullable MomentStatistics earlier;
    private ExpectedOutcomes expected = ExpectedOutcomes.NONE;

    /**
     * @param next the plan shown on the code page as long as there is no run
     */
    RunPanesUpdater(Targets targets, Replay replay, Supplier<Plan> next) {
        this.targets = targets;
        this.replay = replay;
        this.next = next;
        targets.timeline.selectedTaskProperty().subscribe((_, task) -> selected(task.intValue()));
    }

    /** Called on the thread that computes, or on this one. */
    private MomentStatistics compute(TraceMoment moment) {
        MomentStatistics now = MomentStatistics.of(moment, earlier);
        earlier = now;
        return now;
    }

    /** The statistics shown last; null without a run. */
    @Nullable MomentStatistics shown() {
        return shown;
    }

    /** Switches to another run, or to none. */
    void setRun(@Nullable Started started) {
        run = started;
        Trace trace = started == null ? null : started.run().trace();
        expected =
                started == null ? ExpectedOutcomes.NONE : ExpectedOutcomes.of(started.run().plan());
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
        if (latest != computed) {
            computed = latest;
            shown = latest == null ? null : latest.with(replay.lastChanges(), expected);
            targets.run.show(shown, selected());
        }
        showCode();
    }

    /** The current moment; null without a run. */
    @Nullable TraceMoment moment() {
        return run == null
                ? null
                : TraceMoment.at(run.run().trace(), replay.playheadProperty().get());
    }

    private void showCode() {
        if (targets.side.pageProperty().get() == Page.CODE) {
            targets.code.show(
                    run == null ? next.get() : run.run().plan(),
                    shown == null ? null : shown.moment(),
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
