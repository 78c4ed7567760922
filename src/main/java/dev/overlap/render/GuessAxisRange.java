package dev.overlap.render;

/**
 * How far an axis reaches that shows a guess beside what was measured: as far as the guess, but no
 * further than {@value #MOST} times what was measured. A guess of an hour for a run of a second
 * would leave nothing to be seen of the run; it is then pointed to from the edge.
 */
public final class GuessAxisRange {

    /** What an axis shows on which nothing stands yet, so that there is something to drag on. */
    public static final TimeRange BLANK = new TimeRange(0, 10_000_000_000L);

    private static final int MOST = 4;

    private GuessAxisRange() {}

    /**
     * The end of what an axis has to show.
     *
     * @param measuredNanos 0 where nothing is measured yet
     * @param guessNanos -1 where there is no guess
     */
    public static long of(long measuredNanos, long guessNanos) {
        long most = measuredNanos <= 0 ? Long.MAX_VALUE : measuredNanos * MOST;
        return Math.max(measuredNanos, Math.min(guessNanos, most));
    }

    /**
     * A guess that was pointed at, on a round number: a hand is not more exact than about a
     * hundredth of an axis.
     */
    public static long rounded(long nanos, TimeRange shown) {
        double step = Math.pow(10, Math.floor(Math.log10(shown.lengthNanos() / 100.0)));
        double half = shown.lengthNanos() / 100.0 >= 5 * step ? 5 * step : step;
        return (long) Math.max(half, Math.round(nanos / half) * half);
    }

    /** An axis for a guess alone: longer by a quarter as often as it takes to drag it further. */
    public static TimeRange blank(long guessNanos) {
        long wanted = guessNanos + guessNanos / 8;
        return wanted <= BLANK.endNanos() ? BLANK : TimeRange.live(wanted);
    }
}
