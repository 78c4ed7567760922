package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.text.StandaloneText;
import dev.overlap.trace.ContextSwitches;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerCounts;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The numbers of the run, up to the moment that the window shows. What does not apply to a run,
 * such as the start-up of its workers, is not there.
 */
final class StatisticsPane extends VBox {

    private static final String IN_SUM = RunText.TASKS_ALONE_HELP;
    private static final String GAIN =
            RunText.DERIVED_SPEED_UP_HELP.formatted(StandaloneText.WHY_NONE);
    private static final String LONGEST = RunText.LONGEST_TASK_HELP;

    private static final String IN_FLIGHT = RunText.PEAK_IN_FLIGHT_HELP;

    private final StatisticRow wall = StatisticRow.of("wall", RunText.WALL_TIME);
    private final StatisticRow startUp =
            StatisticRow.optional("start-up", RunText.START_UP_OF_WORKERS)
                    .meaning(RunText.WITHOUT_START_UP_HELP);
    private final StatisticRow without =
            StatisticRow.optional("without-start-up", RunText.WALL_TIME_WITHOUT_IT);
    private final StatisticRow work =
            StatisticRow.of("work", RunText.TASKS_ALONE_IN_SUM).meaning(IN_SUM);
    private final StatisticRow gain =
            StatisticRow.of("gain", RunText.AGAINST_SEQUENTIAL).meaning(GAIN);
    private final Hyperlink measure = measure();
    private final StatisticRow longest =
            StatisticRow.of("longest", RunText.LONGEST_TASK_ALONE).meaning(LONGEST);
    private final StatisticRow cpu =
            StatisticRow.optional("cpu", RunText.CPU_TIME_OF_TASKS).meaning(RunText.CPU_TIME_HELP);
    private final StatisticRow peak =
            StatisticRow.of("peak", RunText.PEAK_IN_FLIGHT).meaning(IN_FLIGHT);
    private final StatisticRow threads = StatisticRow.of("threads", "Threads");
    private final Label helpers = helpers();
    private final StatisticRow processes = StatisticRow.optional("processes", "Processes");
    private final StatisticRow voluntary =
            StatisticRow.optional("by-choice", RunText.VOLUNTARY_SWITCHES)
                    .meaning(RunText.VOLUNTARY_SWITCHES_HELP);
    private final StatisticRow involuntary =
            StatisticRow.optional("by-force", RunText.INVOLUNTARY_SWITCHES)
                    .meaning(RunText.INVOLUNTARY_SWITCHES_HELP);
    private final StatisticRow answered = StatisticRow.of("answered", "Answered");
    private final StatisticRow computed = StatisticRow.optional("computed", "Computed");
    private final StatisticRow failed = StatisticRow.of("failed", "Failed");
    private final StatisticRow cancelled = StatisticRow.of("cancelled", "Cancelled");

    StatisticsPane() {
        setId("numbers");
        getStyleClass().add("section");
        Label title = new Label(RunText.THIS_RUN);
        title.getStyleClass().add("pane-title");
        VBox lines = new VBox(wall, startUp, without, work, gain, measure, longest, cpu, peak);
        lines.getChildren().addAll(threads, processes, helpers, voluntary, involuntary);
        lines.getChildren().addAll(answered, computed, failed, cancelled);
        lines.getStyleClass().add("number-lines");
        getChildren().setAll(title, lines);
        show(null);
    }

    private static Hyperlink measure() {
        Hyperlink link = new Hyperlink(RunText.MEASURE_IT);
        link.setId("measure-gain");
        link.setWrapText(true);
        return link;
    }

    /** Does what is offered where the gain cannot be derived. */
    void onMeasure(Runnable action) {
        measure.setOnAction(_ -> action.run());
    }

    /** The helpers' names need a line of their own. */
    private static Label helpers() {
        Label names = new Label();
        names.setId("number-helpers");
        names.getStyleClass().addAll("quiet", "helpers");
        names.setWrapText(true);
        names.setMaxWidth(Double.MAX_VALUE);
        names.setMinHeight(USE_PREF_SIZE);
        return names;
    }

    /** Shows the numbers of a moment, or that there are none yet. */
    void show(@Nullable MomentStatistics statistics) {
        if (statistics == null) {
            List.of(wall, startUp, without, work, gain, longest, cpu, peak)
                    .forEach(StatisticRow::clear);
            List.of(threads, processes, voluntary, involuntary).forEach(StatisticRow::clear);
            List.of(answered, computed, failed, cancelled).forEach(StatisticRow::clear);
            name(List.of());
            NodeVisibility.set(measure, false);
            return;
        }
        showTimes(statistics.numbers());
        NodeVisibility.set(measure, isToBeMeasured(statistics));
        showWorkers(statistics.moment());
        showHandOvers(statistics);
        showEnds(statistics.numbers(), statistics.computations());
    }

    private void showTimes(Statistics numbers) {
        boolean starts = numbers.startUpNanos() > 0;
        wall.show(DurationFormat.text(numbers.wallNanos()));
        startUp.showIf(starts, DurationFormat.text(numbers.startUpNanos()));
        without.showIf(starts, DurationFormat.text(numbers.wallWithoutStartUpNanos()));
        work.show(millis(numbers.workNanos()));
        gain.show(StandaloneText.speedUp(numbers.derivedSpeedUp()));
        longest.show(millis(numbers.longestNanos()));
        cpu.showIf(numbers.cpuNanos() > 0, DurationFormat.text(numbers.cpuNanos()));
        peak.show(NumberFormats.count(numbers.peakInFlight()));
    }

    private static boolean isToBeMeasured(MomentStatistics statistics) {
        Statistics numbers = statistics.numbers();
        return statistics.moment().trace().isFinished()
                && !statistics.moment().replayed()
                && numbers.tasks() > 1
                && Double.isNaN(numbers.derivedSpeedUp());
    }

    private static String millis(long nanos) {
        return nanos < 0 ? StandaloneText.NONE : DurationFormat.text(nanos);
    }

    /** The workers that carried tasks, such as {@code 1 loop}. The helpers have their own line. */
    private void showWorkers(TraceMoment moment) {
        WorkerCounts workers = WorkerCounts.of(moment.trace(), moment.horizonNanos());
        int hired = workers.of(Role.PROCESS);
        String words = workers.without(Role.PROCESS).words(NumberFormats::count, " + ");
        threads.showIf(!words.isEmpty(), words);
        processes.showIf(hired > 0, NumberFormats.count(hired));
        name(moment.trace().helpers(moment.horizonNanos()));
    }

    private void name(List<String> threads) {
        helpers.setText(
                "+ "
                        + NumberFormats.count(threads.size(), "helper")
                        + ": "
                        + String.join(", ", threads));
        NodeVisibility.set(helpers, !threads.isEmpty());
    }

    private void showHandOvers(MomentStatistics statistics) {
        ContextSwitches switches = statistics.contextSwitches();
        TraceMoment moment = statistics.moment();
        voluntary.showIf(switches.voluntary() > 0, NumberFormats.count(switches.voluntary()));
        boolean told = switches.involuntary() != ContextSwitches.UNKNOWN;
        // While a run goes on, the system may only not have told yet.
        involuntary.showIf(
                told || moment.trace().isFinished(),
                told ? forced(switches, moment) : RunText.NOT_REPORTED);
    }

    /** The system says how often, not when: of a moment in a replay it has told nothing. */
    private static String forced(ContextSwitches switches, TraceMoment moment) {
        String times = NumberFormats.count(switches.involuntary());
        return moment.replayed() ? RunText.IN_THE_WHOLE_RUN.formatted(times) : times;
    }

    /** Only an address is answered; a list that computes has nothing to be answered. */
    private void showEnds(Statistics numbers, int computations) {
        int asking = numbers.tasks() - computations;
        answered.showIf(asking > 0, share(numbers.answered(), asking));
        computed.showIf(computations > 0, share(numbers.computed(), computations));
        failed.show(share(numbers.failed(), numbers.tasks()));
        cancelled.show(share(numbers.cancelled(), numbers.tasks()));
    }

    private static String share(int part, int whole) {
        return NumberFormats.count(part) + " of " + NumberFormats.count(whole);
    }
}
