package dev.overlap.render;

/**
 * The range of an axis that shows a guess beside measured time: up to the guess, but at most
 * {@value #MAX_FACTOR} times the measured time. A guess of an hour for a run of a second would
 * otherwise hide the run; an arrow at the edge then points to it.
 */
public final class GuessAxisRange {

    /** The range of an axis without data, so that there is something to drag on. */
    public static final TimeRange BLANK = new TimeRange(0, 10_000_000_000L);

    private static final int MAX_FACTOR = 4;

    private GuessAxisRange() {}

    /**
     * Returns the end of the axis.
     *
     * @param measuredNanos 0 if nothing is measured yet
     * @param guessNanos -1 without a guess
     */
    public static long of(long measuredNanos, long guessNanos) {
        long max = measuredNanos <= 0 ? Long.MAX_VALUE : measuredNanos * MAX_FACTOR;
        return Math.max(measuredNanos, Math.min(guessNanos, max));
    }

    /** Rounds a guess set with the mouse, which is accurate to about a hundredth of the axis. */
    public static long rounded(long nanos, TimeRange shown) {
        double step = Math.pow(10, Math.floor(Math.log10(shown.lengthNanos() / 100.0)));
        double half = shown.lengthNanos() / 100.0 >= 5 * step ? 5 * step : step;
        return (long) Math.max(half, Math.round(nanos / half) * half);
    }

    /** Returns the axis for a guess alone, leaving room to drag it further right. */
    public static TimeRange blank(long guessNanos) {
        long wanted = guessNanos + guessNanos / 8;
        return wanted <= BLANK.endNanos() ? BLANK : TimeRange.live(wanted);
    }
}
