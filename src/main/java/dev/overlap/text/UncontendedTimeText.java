package dev.overlap.text;

import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.LowerBound.Cause;

import java.util.Locale;

/**
 * Describes {@link dev.overlap.trace.metrics.UncontendedTimes}: the meaning of the lower bound, and
 * that all values are derived. Identical in the window, in images and on the command line.
 */
public final class UncontendedTimeText {

    /** The placeholder for an unknown value. */
    public static final String NONE = "\u2013";

    private UncontendedTimeText() {}

    /** The lower bound, on a chart. */
    public static String boundOnChart(LowerBound bound) {
        return cause(bound) + ": the list cannot be done sooner";
    }

    /** The lower bound, with its duration. */
    public static String bound(LowerBound bound) {
        return cause(bound) + ": " + DurationFormat.text(bound.nanos());
    }

    /** The lower bound of a run, with its cause after it. */
    public static String withCause(LowerBound bound) {
        return time(bound.nanos()) + ", " + cause(bound);
    }

    /** What makes the lower bound, such as {@code steps inside lock account, alone}. */
    static String cause(LowerBound bound) {
        return switch (bound.cause()) {
            case Cause.LongestTask _ -> "longest task, alone";
            case Cause.Held(_, String label, int places) ->
                    "steps inside "
                            + label
                            + ", alone"
                            + (places == 1 ? "" : ", over " + count(places, "place"));
            case Cause.Processors(int processors) ->
                    "processor time over " + count(processors, "core");
        };
    }

    private static String count(int number, String noun) {
        return NumberFormats.count(number, noun);
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
