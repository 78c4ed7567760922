package dev.overlap.comparison;

/**
 * The wall times of the runs of one variant, and the rule for a clear difference between two
 * variants.
 *
 * <p><b>The rule.</b> Two variants differ clearly if their ranges, shortest to longest run, do not
 * overlap, <em>and</em> the longer median is at least {@link #MIN_DIFFERENCE} longer than the
 * shorter one. The first part excludes chance as far as few runs can; the second excludes
 * differences that are measurable but irrelevant. Rejected: a significance test, which needs more
 * runs than a classroom waits for, and a distribution that shared machines do not have.
 *
 * <p>"No clear difference" is not transitive: A may be close to B, and B to C, while A and C
 * differ.
 *
 * @param minNanos the shortest wall time
 * @param medianNanos that of the median run
 * @param maxNanos the longest
 */
public record WallTimeRange(long minNanos, long medianNanos, long maxNanos) {

    /** The minimum relative difference of two medians to be called clear. */
    public static final double MIN_DIFFERENCE = 0.10;

    /** Whether two ranges differ clearly, whichever is faster. */
    public boolean differsClearlyFrom(WallTimeRange other) {
        boolean overlap = minNanos <= other.maxNanos && other.minNanos <= maxNanos;
        double shorter = Math.min(medianNanos, other.medianNanos);
        double longer = Math.max(medianNanos, other.medianNanos);
        return !overlap && longer - shorter >= shorter * MIN_DIFFERENCE;
    }

    /** Whether this one is clearly the faster of two. */
    public boolean isClearlyFasterThan(WallTimeRange other) {
        return medianNanos < other.medianNanos && differsClearlyFrom(other);
    }
}
