package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.ResourceStatisticsText;
import dev.overlap.text.RunText;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.CollectedResults;
import dev.overlap.trace.metrics.ContextSwitches;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.WorkerCounts;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.TooltipNavigation;
import dev.overlap.ui.run.PaneFigures.ResourceRow;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The statistics of the run up to the shown moment. Rows that do not apply to a run, such as the
 * start-up of its workers, are hidden.
 */
final class StatisticsPane extends VBox {

    private final StatisticRow wall = StatisticRow.of("wall", RunText.WALL_TIME);
    private final StatisticRow firstResult =
            StatisticRow.optional("first-result", RunText.FIRST_RESULT);
    private final StatisticRow startUp =
            StatisticRow.optional("start-up", RunText.START_UP_OF_WORKERS);
    private final StatisticRow without =
            StatisticRow.optional("without-start-up", RunText.WALL_TIME_WITHOUT_IT);
    private final StatisticRow work = StatisticRow.of("work", RunText.TASKS_ALONE_IN_SUM);
    private final StatisticRow speedUp = StatisticRow.of("gain", RunText.AGAINST_SEQUENTIAL);
    private final Hyperlink measure = measure();
    private final StatisticRow longest = StatisticRow.of("longest", RunText.LONGEST_TASK_ALONE);
    private final StatisticRow bound = StatisticRow.optional("bound", RunText.LOWER_BOUND);
    private final StatisticRow held = StatisticRow.optional("held", RunText.HELD);
    private final StatisticRow cpu = StatisticRow.optional("cpu", RunText.CPU_TIME_OF_TASKS);
    private final StatisticRow peak = StatisticRow.of("peak", RunText.PEAK_IN_FLIGHT);
    private final StatisticRow threads = StatisticRow.of("threads", "Threads");
    private final HelperThreadsLabel helpers = new HelperThreadsLabel();
    private final StatisticRow processes = StatisticRow.optional("processes", "Processes");
    private final StatisticRow voluntary =
            StatisticRow.optional("by-choice", RunText.VOLUNTARY_SWITCHES);
    private final StatisticRow involuntary =
            StatisticRow.optional("by-force", RunText.INVOLUNTARY_SWITCHES);
    private final StatisticRow labLate = StatisticRow.optional("lab-late", RunText.LAB_LATE);
    private final StatisticRow answered = StatisticRow.of("answered", "Answered");
    private final StatisticRow computed = StatisticRow.optional("computed", "Computed");
    private final StatisticRow done = StatisticRow.optional("done", "Done");
    private final StatisticRow failed = StatisticRow.of("failed", "Failed");
    private final StatisticRow cancelled = StatisticRow.of("cancelled", "Cancelled");
    private boolean needed;
    private boolean measurable = true;

    StatisticsPane() {
        setId("numbers");
        getStyleClass().add("section");
        Label title = new Label(RunText.THIS_RUN);
        title.getStyleClass().add("pane-title");
        VBox lines = new VBox(wall, firstResult, startUp, without, work, speedUp, measure);
        lines.getChildren().addAll(longest, bound, held, cpu, peak);
        lines.getChildren().addAll(threads, processes, helpers, voluntary, involuntary);
        lines.getChildren().add(labLate);
        lines.getChildren().addAll(answered, computed, done, failed, cancelled);
        lines.getStyleClass().add("number-lines");
        lines.setId("figures");
        TooltipNavigation.install(lines, RunText.FIGURES_ACCESSIBLE, () -> names(lines));
        getChildren().setAll(title, lines);
        show(null);
    }

    private static List<Labeled> names(VBox lines) {
        return lines.getChildren().stream()
                .filter(Node::isVisible)
                .<Labeled>mapMulti(
                        (line, found) -> {
                            switch (line) {
                                case StatisticRow row -> found.accept(row.name());
                                case HelperThreadsLabel names -> found.accept(names);
                                default -> {}
                            }
                        })
                .toList();
    }

    private static Hyperlink measure() {
        Hyperlink link = new Hyperlink(RunText.MEASURE_IT);
        link.setId("measure-gain");
        link.setWrapText(true);
        return link;
    }

    /** Sets the action of the link shown if the speed-up cannot be derived. */
    void onMeasure(Runnable action) {
        measure.setOnAction(_ -> action.run());
    }

    /** Sets whether the run can be measured: whether the window could repeat it. */
    void setMeasurable(boolean measurable) {
        this.measurable = measurable;
        showMeasure();
    }

    private void showMeasure() {
        NodeVisibility.set(measure, needed && measurable);
    }

    /** Shows the statistics of a moment, or clears them. */
    void show(@Nullable MomentStatistics statistics) {
        needed = statistics != null && needsMeasuring(statistics);
        showMeasure();
        if (statistics == null) {
            List.of(wall, startUp, without, work, speedUp, longest, bound, held, cpu, peak)
                    .forEach(StatisticRow::clear);
            firstResult.clear();
            List.of(threads, processes, voluntary, involuntary, labLate)
                    .forEach(StatisticRow::clear);
            List.of(answered, computed, done, failed, cancelled).forEach(StatisticRow::clear);
            helpers.show(List.of());
            return;
        }
        showTimes(statistics.statistics());
        showFirstResult(statistics.moment());
        showHeld(statistics);
        showWorkers(statistics);
        showContextSwitches(statistics);
        showMachine(statistics.load());
        showOutcomes(statistics.statistics(), statistics.expected());
    }

    private void showTimes(Statistics numbers) {
        boolean starts = numbers.startUpNanos() > 0;
        wall.show(DurationFormat.text(numbers.wallNanos()));
        startUp.showIf(starts, DurationFormat.text(numbers.startUpNanos()));
        without.showIf(starts, DurationFormat.text(numbers.wallWithoutStartUpNanos()));
        work.show(millis(numbers.workNanos()));
        speedUp.show(UncontendedTimeText.speedUp(numbers.derivedSpeedUp()));
        longest.show(millis(numbers.longestNanos()));
        LowerBound lowest = numbers.lowerBound();
        bound.showIf(lowest.exceedsLongestTask(), UncontendedTimeText.withCause(lowest));
        cpu.showIf(numbers.cpuNanos() > 0, DurationFormat.text(numbers.cpuNanos()));
        peak.show(NumberFormats.count(numbers.peakInFlight()));
    }

    /** Where all results are collected at the end, it is the wall. */
    private void showFirstResult(TraceMoment moment) {
        boolean applies = moment.trace().collects() != CollectRule.AT_END;
        long first =
                applies
                        ? CollectedResults.of(moment.trace(), moment.horizonNanos()).firstNanos()
                        : -1;
        firstResult.showIf(applies, first < 0 ? RunText.NO_RESULT : DurationFormat.text(first));
    }

    /** Beside a bound by a lock or permit: how long that was held, as measured. */
    private void showHeld(MomentStatistics statistics) {
        ResourceRow bounding = statistics.panes().held();
        String text = bounding == null ? "" : held(statistics, bounding);
        held.showIf(!text.isEmpty(), text);
    }

    private static String held(MomentStatistics statistics, ResourceRow row) {
        long wall = statistics.statistics().wallNanos();
        return ResourceStatisticsText.held(row.numbers(), wall) + ", " + row.resource().label();
    }

    private static boolean needsMeasuring(MomentStatistics statistics) {
        Statistics numbers = statistics.statistics();
        return statistics.moment().trace().isFinished()
                && !statistics.moment().replayed()
                && numbers.tasks() > 1
                && !hasQueues(statistics.moment().trace())
                && Double.isNaN(numbers.derivedSpeedUp());
    }

    /** With queues, a sequential run may wait for ever for what only a later task does. */
    private static boolean hasQueues(Trace trace) {
        return trace.resources().stream().anyMatch(it -> it.type() == ResourceTrack.Type.QUEUE);
    }

    private static String millis(long nanos) {
        return nanos < 0 ? UncontendedTimeText.NONE : DurationFormat.text(nanos);
    }

    /** The workers that ran tasks, such as {@code 1 loop}, and the helper threads. */
    private void showWorkers(MomentStatistics statistics) {
        TraceMoment moment = statistics.moment();
        WorkerCounts workers = statistics.panes().counts();
        int processCount = workers.of(Role.PROCESS);
        String words = workers.without(Role.PROCESS).words(NumberFormats::count, " + ");
        threads.showIf(!words.isEmpty(), words);
        processes.showIf(processCount > 0, NumberFormats.count(processCount));
        helpers.show(moment.trace().helpers(moment.horizonNanos()));
    }

    private void showContextSwitches(MomentStatistics statistics) {
        ContextSwitches switches = statistics.contextSwitches();
        TraceMoment moment = statistics.moment();
        voluntary.showIf(switches.voluntary() > 0, NumberFormats.count(switches.voluntary()));
        boolean reported = switches.involuntary() != ContextSwitches.UNKNOWN;
        // During a run, the operating system may not have reported yet.
        involuntary.showIf(
                reported || moment.trace().isFinished(),
                reported ? involuntaryText(switches, moment) : RunText.NOT_REPORTED);
    }

    private void showMachine(@Nullable MachineLoad load) {
        long late = load == null ? MachineLoad.UNKNOWN : load.replyNanos();
        labLate.showIf(late >= 0, DurationFormat.text(late));
    }

    /**
     * The operating system reports a total for the run, not the times, so a replay shows the total.
     */
    private static String involuntaryText(ContextSwitches switches, TraceMoment moment) {
        String times = NumberFormats.count(switches.involuntary());
        return moment.replayed() ? RunText.IN_THE_WHOLE_RUN.formatted(times) : times;
    }

    /** Only requests can be answered; a row without any such task is hidden. */
    private void showOutcomes(Statistics numbers, ExpectedOutcomes all) {
        answered.showIf(all.answered() > 0, share(numbers.answered(), all.answered()));
        computed.showIf(all.computed() > 0, share(numbers.computed(), all.computed()));
        done.showIf(all.done() > 0, share(numbers.done(), all.done()));
        failed.show(share(numbers.failed(), numbers.tasks()));
        cancelled.show(share(numbers.cancelled(), numbers.tasks()));
    }

    private static String share(int part, int whole) {
        return NumberFormats.count(part) + " of " + NumberFormats.count(whole);
    }
}
