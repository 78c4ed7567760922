package dev.overlap.ui.run;

import dev.overlap.ui.run.RunController.Started;

/**
 * What the window finds out about the shown run after it has ended. Threads: JavaFX thread only.
 */
public interface RunNumbers {

    /** Whether a run is the shown one. */
    boolean isShown(Started run);

    /** Whether the shown run has finished and its numbers are known. */
    boolean areKnown();

    /**
     * The measured speed-up of the shown run; NaN if there is none, or as long as it is unknown.
     */
    double measuredSpeedUp();
}
