package dev.overlap.text;

import java.util.Locale;

/**
 * Describes {@link dev.overlap.trace.metrics.UncontendedTimes}: the meaning of the longest task,
 * and that all values are derived. Identical in the window, in images and on the command line.
 */
public final class UncontendedTimeText {

    /** The placeholder for an unknown value. */
    public static final String NONE = "\u2013";

    /** The explanation of the placeholder, as a tooltip. */
    public static final String WHY_NONE =
            "It is left out where tasks held each other up for more than 5 % of their time, or did"
                    + " not succeed; then only a run of \u201cSequential\u201d can measure it.";

    private UncontendedTimeText() {}

    /** The lower bound, on a chart. */
    public static String bound() {
        return "longest task, alone: the list cannot be done sooner";
    }

    /** The lower bound, with its duration. */
    public static String bound(long nanos) {
        return "longest task, alone: " + DurationFormat.text(nanos);
    }

    /** The sum of the uncontended times of all tasks. */
    public static String oneByOne(long nanos) {
        return "sequential, derived: \u2248 " + DurationFormat.text(nanos);
    }

    /** Formats a duration, or the placeholder. */
    public static String time(long nanos) {
        return nanos < 0 ? NONE : DurationFormat.text(nanos);
    }

    /** Formats a derived speed-up, or the placeholder. */
    public static String speedUp(double factor) {
        return Double.isNaN(factor)
                ? NONE
                : String.format(Locale.ROOT, "\u2248 %s (derived)", times(factor));
    }

    /** Formats a factor, such as {@code 2.9 ×} or {@code 183 ×}. */
    public static String times(double factor) {
        return NumberFormats.factor(factor) + " \u00d7";
    }
}
