package dev.overlap.ui.lesson;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.ui.comparison.ComparisonLauncher;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunController.State;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Tells the steps of a lesson when the runs and comparisons of the window begin and end, and what
 * they measured. One that is stopped has measured nothing.
 *
 * <p>Threads: JavaFX thread only.
 */
final class LessonMeasurements {

    private final RunController runs;
    private final StepController steps;
    private @Nullable Started before;
    private boolean stopped;

    LessonMeasurements(RunController runs, ComparisonLauncher comparisons, StepController steps) {
        this.runs = runs;
        this.steps = steps;
        runs.stateProperty().subscribe((_, now) -> stateChanged(now));
        runs.latestProperty().subscribe((_, now) -> shown(now));
        comparisons.runningProperty().subscribe((_, now) -> comparing(now));
    }

    private void stateChanged(State now) {
        switch (now) {
            case STARTING -> {
                before = runs.latestProperty().get();
                stopped = false;
                steps.started();
            }
            case RUNNING -> {}
            case STOPPING -> stopped = true;
            case IDLE -> runEnded();
        }
    }

    @SuppressWarnings("ReferenceEquality") // if it failed to start, the one before is the latest
    private void runEnded() {
        Started ended = runs.latestProperty().get();
        if (ended != null && ended != before && !stopped && isMeasured(ended)) {
            steps.measured(List.of(finished(ended)), false);
        } else {
            steps.ended();
        }
    }

    /** A program of the user's that is watched meanwhile is no run of the lesson. */
    private static boolean isMeasured(Started run) {
        return run.run().trace().isFinished() && !run.isForeign();
    }

    private static FinishedRuns finished(Started run) {
        return new FinishedRuns(
                run.run().plan(), List.of(run.run().trace()), run.guesses(), run.begun());
    }

    private void comparing(boolean now) {
        if (now) {
            steps.started();
        } else {
            steps.ended();
        }
    }

    /** Takes a comparison that has ended. */
    void comparisonEnded(RecordedComparison recorded) {
        Comparison comparison = recorded.comparison();
        if (!comparison.isWhole()) {
            steps.ended();
        } else if (WorkerSweep.is(comparison)) {
            steps.swept(comparison.plan().variants().getFirst().plan());
        } else {
            steps.measured(variants(recorded), true);
        }
    }

    private static List<FinishedRuns> variants(RecordedComparison recorded) {
        return recorded.comparison().entries().stream()
                .map(it -> FinishedRuns.of(it, recorded.guesses(), recorded.begun()))
                .toList();
    }

    /** A run that was kept is that of the lesson, if its steps were restored. */
    private void shown(@Nullable Started now) {
        if (now != null && runs.state() == State.IDLE && now.run().trace().isFinished()) {
            steps.adopt(finished(now));
        }
    }

    /** Takes a comparison that was kept and is shown again. */
    void comparisonShown(RecordedComparison recorded) {
        if (!WorkerSweep.is(recorded.comparison())) {
            variants(recorded).forEach(steps::adopt);
        }
    }

    /** Takes what is shown already; called when the steps were restored. */
    void adoptShown() {
        shown(runs.latestProperty().get());
    }
}
