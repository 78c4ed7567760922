package dev.overlap.ui.history;

import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunNumbers;

/**
 * A run of the window that has ended and is kept once its measured speed-up is known, which takes a
 * moment for a long one.
 *
 * <p>Threads: JavaFX thread only.
 */
record EndedRun(Started run, RunNumbers numbers) {

    boolean isKnown() {
        return !numbers.isShown(run) || numbers.areKnown();
    }

    /** Returns what is to be kept. */
    Recording recording() {
        Long guess = run.guesses().of(run.run().plan().model());
        return new RecordedRun(
                run.run().plan(),
                run.modelName(),
                run.begun(),
                run.run().trace(),
                guess == null ? Recording.NO_GUESS : guess,
                numbers.isShown(run) ? numbers.measuredSpeedUp() : Double.NaN);
    }
}
