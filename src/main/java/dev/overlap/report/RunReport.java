package dev.overlap.report;

import dev.overlap.plan.Plan;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.trace.Trace;

import java.time.Instant;

/**
 * The data of a run for export.
 *
 * @param plan the plan that was run
 * @param modelName the display name of the model
 * @param begun the wall-clock time of its start
 * @param trace the trace, finished or not
 * @param look the look of an image; ignored by other formats
 * @param guessNanos the user's guess, or -1; for images
 * @param measuredSpeedUp over a sequential run of the same list, NaN if there is none; for images
 */
public record RunReport(
        Plan plan,
        String modelName,
        Instant begun,
        Trace trace,
        Look look,
        long guessNanos,
        double measuredSpeedUp) {

    /** A report without a guess and without a measured speed-up. */
    public RunReport(Plan plan, String modelName, Instant begun, Trace trace, Look look) {
        this(plan, modelName, begun, trace, look, GuessMarks.NO_GUESS, Double.NaN);
    }

    /** Returns a copy with a guess in nanoseconds, or {@link GuessMarks#NO_GUESS}. */
    public RunReport withGuess(long guessNanos) {
        return new RunReport(plan, modelName, begun, trace, look, guessNanos, measuredSpeedUp);
    }

    /** Returns a copy with a measured speed-up. */
    public RunReport withMeasuredSpeedUp(double measuredSpeedUp) {
        return new RunReport(plan, modelName, begun, trace, look, guessNanos, measuredSpeedUp);
    }

    /**
     * The look of an image.
     *
     * @param scale pixels per unit: 1, 2 or 4; formats without pixels ignore it
     * @param dark whether to use the dark theme
     * @param rows the row grouping
     * @param choice which rows of tasks are drawn in which order, and which phases
     * @param aspect the proportions
     * @param hasList whether the list is a part of the image
     */
    public record Look(
            int scale,
            boolean dark,
            RowGrouping rows,
            RowChoice choice,
            Aspect aspect,
            boolean hasList) {
        /** The width of every image at scale 1. */
        public static final int WIDTH = 1280;

        public static final Look DEFAULT = new Look(2, false, RowGrouping.TASKS);

        /** All rows in the order of the list, with every phase; as tall as needed, no list. */
        public Look(int scale, boolean dark, RowGrouping rows) {
            this(scale, dark, rows, RowChoice.DEFAULT, Aspect.NATURAL, false);
        }

        /** The width of an image of pixels. */
        public int pixelWidth() {
            return scale * WIDTH;
        }

        /** The theme. */
        public Theme theme() {
            return dark ? Theme.DARK : Theme.LIGHT;
        }

        public Look withRows(RowGrouping rows) {
            return new Look(scale, dark, rows, choice, aspect, hasList);
        }

        /** Returns a copy with what a user has chosen to see. */
        public Look withChoice(RowChoice choice) {
            return new Look(scale, dark, rows, choice, aspect, hasList);
        }

        public Look withAspect(Aspect aspect) {
            return new Look(scale, dark, rows, choice, aspect, hasList);
        }

        /** Returns a copy with or without the list in the image. */
        public Look withList(boolean hasList) {
            return new Look(scale, dark, rows, choice, aspect, hasList);
        }
    }
}
