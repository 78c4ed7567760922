package dev.overlap.session;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import java.time.Instant;

/** What happened: one run, or the runs of a comparison. */
public sealed interface Recording {

    /** In place of a guess: there is none. */
    long NO_GUESS = -1;

    /** Returns the wall-clock time of its start. */
    Instant begun();

    /**
     * One run.
     *
     * @param plan what was run; its tasks are those of the trace, by index
     * @param modelName the display name of the model
     * @param begun the wall-clock time of time zero
     * @param trace all that happened, finished or not
     * @param guessNanos the user's guess of the wall time, or {@link #NO_GUESS}
     * @param measuredSpeedUp over a sequential run of the same list, NaN if there is none
     */
    record RecordedRun(
            Plan plan,
            String modelName,
            Instant begun,
            Trace trace,
            long guessNanos,
            double measuredSpeedUp)
            implements Recording {

        /** Creates a run without a guess and without a measured speed-up. */
        public RecordedRun(Plan plan, String modelName, Instant begun, Trace trace) {
            this(plan, modelName, begun, trace, NO_GUESS, Double.NaN);
        }
    }

    /**
     * The runs of a comparison; which of them is drawn follows from their wall times.
     *
     * @param order in which its variants are drawn
     * @param guesses the user's guesses
     */
    record RecordedComparison(
            Comparison comparison, SortOrder order, Guesses guesses, Instant begun)
            implements Recording {}
}
