package dev.overlap.text;

import java.util.Locale;

/**
 * How {@link dev.overlap.trace.StandaloneTimes} are told: what the longest task means for the list,
 * and that everything here is derived. The same in the window, in pictures and on the command line.
 */
public final class StandaloneText {

    /** What stands where nothing can be said. */
    public static final String NONE = "\u2013";

    /** When that is, as a tip. */
    public static final String WHY_NONE =
            "It is left out where tasks held each other up for more than 5 % of their time, or did"
                    + " not succeed; then only a run of \u201cSequential\u201d can measure it.";

    private StandaloneText() {}

    /** The bound, on a chart. */
    public static String bound() {
        return "longest task, alone: the list cannot be done sooner";
    }

    /** The bound, with its duration. */
    public static String bound(long nanos) {
        return "longest task, alone: " + DurationFormat.text(nanos);
    }

    /** The sum of what all tasks need alone. */
    public static String oneByOne(long nanos) {
        return "sequential, derived: \u2248 " + DurationFormat.text(nanos);
    }

    /** A duration, or that there is none to tell. */
    public static String time(long nanos) {
        return nanos < 0 ? NONE : DurationFormat.text(nanos);
    }

    /** A speed-up that is derived, or that there is none. */
    public static String speedUp(double factor) {
        return Double.isNaN(factor)
                ? NONE
                : String.format(Locale.ROOT, "\u2248 %s (derived)", times(factor));
    }

    /** A factor, such as {@code 2.9 ×} or {@code 183 ×}. */
    public static String times(double factor) {
        return NumberFormats.factor(factor) + " \u00d7";
    }
}
