package dev.overlap.comparison;

/**
 * How long the runs of one variant took, and the one rule by which two of them are told apart.
 *
 * <p><b>The rule.</b> Two spreads differ clearly when their ranges, shortest to longest run, do not
 * overlap, <em>and</em> the longer median is at least {@link #MIN_DIFFERENCE} longer than the
 * shorter one. The first part keeps chance out as far as few runs can; the second keeps out what
 * can be measured but means nothing to a person. Rejected: a test of significance, which needs more
 * runs than a classroom waits for, and a distribution that shared machines do not have.
 *
 * <p>"No clear difference" does not pass on: A may be close to B, and B to C, while A and C differ.
 *
 * @param leastNanos the shortest wall time
 * @param medianNanos that of the median run
 * @param mostNanos the longest
 */
public record WallTimeRange(long leastNanos, long medianNanos, long mostNanos) {

    /** The part by which two medians differ at least, where the difference is called clear. */
    public static final double MIN_DIFFERENCE = 0.10;

    /** Whether two differ clearly, whichever is faster. */
    public boolean differsClearlyFrom(WallTimeRange other) {
        boolean overlap = leastNanos <= other.mostNanos && other.leastNanos <= mostNanos;
        double shorter = Math.min(medianNanos, other.medianNanos);
        double longer = Math.max(medianNanos, other.medianNanos);
        return !overlap && longer - shorter >= shorter * MIN_DIFFERENCE;
    }

    /** Whether this one is clearly the faster of two. */
    public boolean isClearlyFasterThan(WallTimeRange other) {
        return medianNanos < other.medianNanos && differsClearlyFrom(other);
    }
}
