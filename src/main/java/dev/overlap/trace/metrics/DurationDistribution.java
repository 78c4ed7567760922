package dev.overlap.trace.metrics;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** A distribution of durations, in nanoseconds. */
public final class DurationDistribution {

    private static final List<Integer> PERCENTILES = List.of(90, 95, 99);

    private final long[] sorted;

    private DurationDistribution(long[] sorted) {
        this.sorted = sorted;
    }

    /** Returns the distribution of these durations. */
    static DurationDistribution of(long... durations) {
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        return new DurationDistribution(sorted);
    }

    /** Returns the number of durations. */
    public int count() {
        return sorted.length;
    }

    /** Returns the shortest duration; there must be one. */
    public long shortest() {
        return sorted[0];
    }

    /** Returns the longest duration; there must be one. */
    public long longest() {
        return sorted[sorted.length - 1];
    }

    /** Returns the middle duration, or the mean of the two in the middle; there must be one. */
    public long median() {
        long lower = sorted[(sorted.length - 1) / 2];
        return lower + (sorted[sorted.length / 2] - lower) / 2;
    }

    /**
     * Returns the percentiles that so many durations justify: those that at least one duration is
     * above, by rank. So the 90th from ten durations on, and the 99th from a hundred on.
     */
    public List<Integer> percentiles() {
        return PERCENTILES.stream().filter(it -> rank(it) < sorted.length).toList();
    }

    /**
     * Returns a percentile by the nearest-rank method: the shortest duration that at least so many
     * percent of all do not exceed. There must be one.
     *
     * @param percent above 0, at most 100
     */
    public long percentile(int percent) {
        return sorted[rank(percent) - 1];
    }

    private int rank(int percent) {
        return Math.ceilDiv(sorted.length * percent, 100);
    }

    /** Returns the histogram, or null if there are too few durations or all are equal. */
    public @Nullable DurationHistogram histogram() {
        return DurationHistogram.of(sorted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DurationDistribution it && Arrays.equals(sorted, it.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }
}
