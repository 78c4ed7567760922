package dev.overlap.export;

import dev.overlap.plan.Plan;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.trace.Trace;

import java.time.Instant;

/**
 * A run as a file tells of it.
 *
 * @param plan what was to be run
 * @param modelName the model as people call it
 * @param begun when it began, by the clock on the wall
 * @param trace what happened, finished or not
 * @param look how a picture is drawn; other formats ignore it
 * @param guessNanos how long people thought that it takes, or -1; for pictures
 */
public record RunReport(
        Plan plan, String modelName, Instant begun, Trace trace, Look look, long guessNanos) {

    /** A report without a guess. */
    public RunReport(Plan plan, String modelName, Instant begun, Trace trace, Look look) {
        this(plan, modelName, begun, trace, look, GuessMarks.NO_GUESS);
    }

    /** The same, looking otherwise. */
    public RunReport withLook(Look look) {
        return new RunReport(plan, modelName, begun, trace, look, guessNanos);
    }

    /** The same beside a guess in nanoseconds, or with {@link GuessMarks#NO_GUESS} none. */
    public RunReport withGuess(long guessNanos) {
        return new RunReport(plan, modelName, begun, trace, look, guessNanos);
    }

    /**
     * How a picture is drawn.
     *
     * @param scale pixels a unit: 1, 2 or 4
     * @param dark whether on a dark ground
     * @param rows what a row is
     */
    public record Look(int scale, boolean dark, RowGrouping rows) {
        public static final Look DEFAULT = new Look(2, false, RowGrouping.TASKS);

        /** The colours that it is drawn in. */
        Theme theme() {
            return dark ? Theme.DARK : Theme.LIGHT;
        }

        public Look withRows(RowGrouping rows) {
            return new Look(scale, dark, rows);
        }
    }
}
