package dev.overlap.render;

/**
 * A range of time, such as the visible one, in nanoseconds since time zero. Immutable.
 *
 * @param beginNanos at the left edge
 * @param endNanos at the right edge, later than the begin
 */
public record TimeRange(long beginNanos, long endNanos) {

    private static final long MIN_NANOS = 10_000;
    private static final long MIN_RUN_NANOS = 1_000_000;
    private static final long FIRST_LIVE_NANOS = 500_000_000;
    private static final double LIVE_STEP = 1.25;

    public TimeRange {
        if (endNanos <= beginNanos) {
            throw new IllegalArgumentException("empty time range");
        }
    }

    public long lengthNanos() {
        return endNanos - beginNanos;
    }

    /** Returns whether an instant is within it. */
    public boolean includes(long nanos) {
        return nanos >= beginNanos && nanos <= endNanos;
    }

    /** Returns the whole range of a finished run. */
    public static TimeRange whole(long endNanos) {
        return new TimeRange(0, Math.max(MIN_RUN_NANOS, endNanos));
    }

    /**
     * Returns the whole range of a run in progress: half a second, extended by a quarter as often
     * as needed to include the instant, so that the axis does not move continuously.
     */
    public static TimeRange live(long nanos) {
        double end = FIRST_LIVE_NANOS;
        while (end < nanos) {
            end *= LIVE_STEP;
        }
        return new TimeRange(0, (long) end);
    }

    /** Zooms out (factor above 1) or in around an instant, which keeps its position. */
    public TimeRange zoomed(double factor, long aroundNanos) {
        double bounded = Math.max(factor, (double) MIN_NANOS / lengthNanos());
        long begin = aroundNanos - (long) ((aroundNanos - beginNanos) * bounded);
        return new TimeRange(begin, begin + Math.max(1, (long) (lengthNanos() * bounded)));
    }

    /** Moves by a duration, to later times if it is positive. */
    public TimeRange moved(long nanos) {
        return new TimeRange(beginNanos + nanos, endNanos + nanos);
    }

    /** Fits this range into another one, keeping its length if possible. */
    public TimeRange within(TimeRange whole) {
        if (lengthNanos() >= whole.lengthNanos()) {
            return whole;
        }
        long late = Math.max(0, endNanos - whole.endNanos);
        long early = Math.max(0, whole.beginNanos - beginNanos);
        return moved(early - late);
    }
}
