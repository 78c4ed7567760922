package dev.overlap.ui;

import dev.overlap.paint.AloneWords;
import dev.overlap.trace.HandOvers;
import dev.overlap.trace.Headcount;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.WorkerTrack.Role;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The numbers of the run, up to the moment that the window shows. What does not apply to a run,
 * such as the start-up of its workers, is not there.
 */
final class NumbersPane extends VBox {

    private static final String IN_SUM =
            "What all tasks need by themselves: about how long they would take one after another.";
    private static final String GAIN = "The sum above over the wall time. " + AloneWords.WHY_NONE;
    private static final String LONGEST =
            "What the longest task needs by itself: the list cannot be done sooner.";

    private static final String IN_FLIGHT =
            "The most tasks that went on at once, in a pause or computing included. One that waits"
                    + " for a worker, for its turn or for a connection is not counted.";

    private final Figure wall = Figure.of("wall", "Wall time");
    private final Figure startUp =
            Figure.optional("start-up", "Start-up of workers")
                    .meaning("How much shorter the run would be if its workers had been there.");
    private final Figure without = Figure.optional("without-start-up", "Wall time without it");
    private final Figure work = Figure.of("work", "Tasks alone, in sum").meaning(IN_SUM);
    private final Figure gain = Figure.of("gain", "Against sequential").meaning(GAIN);
    private final Hyperlink measure = measure();
    private final Figure longest = Figure.of("longest", "Longest task, alone").meaning(LONGEST);
    private final Figure cpu =
            Figure.optional("cpu", "CPU time of tasks")
                    .meaning("How long all computations together have used a processor.");
    private final Figure peak = Figure.of("peak", "Peak in flight").meaning(IN_FLIGHT);
    private final Figure threads = Figure.of("threads", "Threads");
    private final Label helpers = helpers();
    private final Figure processes = Figure.optional("processes", "Processes");
    private final Figure byChoice =
            Figure.optional("by-choice", "Hand-overs by choice")
                    .meaning(
                            "How often a step of a task has come to its end and has given the"
                                    + " loop's thread back.");
    private final Figure byForce =
            Figure.optional("by-force", "Hand-overs by force")
                    .meaning(
                            "How often the system has taken the processor from a thread that could"
                                    + " have gone on: its involuntary context switches, told when"
                                    + " its task is over.");
    private final Figure answered = Figure.of("answered", "Answered");
    private final Figure computed = Figure.optional("computed", "Computed");
    private final Figure failed = Figure.of("failed", "Failed");
    private final Figure cancelled = Figure.of("cancelled", "Cancelled");

    NumbersPane() {
        setId("numbers");
        getStyleClass().add("section");
        Label title = new Label("This run");
        title.getStyleClass().add("pane-title");
        VBox lines = new VBox(wall, startUp, without, work, gain, measure, longest, cpu, peak);
        lines.getChildren().addAll(threads, processes, helpers, byChoice, byForce);
        lines.getChildren().addAll(answered, computed, failed, cancelled);
        lines.getStyleClass().add("number-lines");
        getChildren().setAll(title, lines);
        show(null);
    }

    private static Hyperlink measure() {
        Hyperlink link = new Hyperlink("Measure it: run \u201cSequential\u201d too");
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
    void show(@Nullable Reading reading) {
        if (reading == null) {
            List.of(wall, startUp, without, work, gain, longest, cpu, peak).forEach(Figure::clear);
            List.of(threads, processes, byChoice, byForce).forEach(Figure::clear);
            List.of(answered, computed, failed, cancelled).forEach(Figure::clear);
            name(List.of());
            Presence.set(measure, false);
            return;
        }
        showTimes(reading.numbers());
        Presence.set(measure, isToBeMeasured(reading));
        showWorkers(reading.moment());
        showHandOvers(reading);
        showEnds(reading.numbers(), reading.computations());
    }

    private void showTimes(Statistics numbers) {
        boolean starts = numbers.startUpNanos() > 0;
        wall.show(Figures.millis(numbers.wallNanos()));
        startUp.showIf(starts, Figures.millis(numbers.startUpNanos()));
        without.showIf(starts, Figures.millis(numbers.wallWithoutStartUpNanos()));
        work.show(millis(numbers.workNanos()));
        gain.show(AloneWords.speedUp(numbers.derivedSpeedUp()));
        longest.show(millis(numbers.longestNanos()));
        cpu.showIf(numbers.cpuNanos() > 0, Figures.millis(numbers.cpuNanos()));
        peak.show(Figures.count(numbers.peakInFlight()));
    }

    private static boolean isToBeMeasured(Reading reading) {
        Statistics numbers = reading.numbers();
        return reading.moment().trace().isFinished()
                && !reading.moment().replayed()
                && numbers.tasks() > 1
                && Double.isNaN(numbers.derivedSpeedUp());
    }

    private static String millis(long nanos) {
        return nanos < 0 ? AloneWords.NONE : Figures.millis(nanos);
    }

    /** The workers that carried tasks, such as {@code 1 loop}. The helpers have their own line. */
    private void showWorkers(Moment moment) {
        Headcount workers = Headcount.of(moment.trace(), moment.horizonNanos());
        int hired = workers.of(Role.PROCESS);
        String words = workers.without(Role.PROCESS).words(Figures::count, " + ");
        threads.showIf(!words.isEmpty(), words);
        processes.showIf(hired > 0, Figures.count(hired));
        name(moment.trace().helpers(moment.horizonNanos()));
    }

    private void name(List<String> threads) {
        helpers.setText(
                "+ " + Figures.count(threads.size(), "helper") + ": " + String.join(", ", threads));
        Presence.set(helpers, !threads.isEmpty());
    }

    private void showHandOvers(Reading reading) {
        HandOvers handOvers = reading.handOvers();
        Moment moment = reading.moment();
        byChoice.showIf(handOvers.byChoice() > 0, Figures.count(handOvers.byChoice()));
        boolean told = handOvers.byForce() != HandOvers.UNKNOWN;
        // While a run goes on, the system may only not have told yet.
        byForce.showIf(
                told || moment.trace().isFinished(),
                told ? forced(handOvers, moment) : "not told here");
    }

    /** The system says how often, not when: of a moment in a replay it has told nothing. */
    private static String forced(HandOvers handOvers, Moment moment) {
        String times = Figures.count(handOvers.byForce());
        return moment.replayed() ? times + " in the whole run" : times;
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
        return Figures.count(part) + " of " + Figures.count(whole);
    }
}
