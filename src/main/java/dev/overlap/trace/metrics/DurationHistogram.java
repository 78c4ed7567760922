package dev.overlap.trace.metrics;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many durations lie in each of a few bins with round borders. The bins are equally wide,
 * unless the longest duration is many times the shortest: then each is a few times as wide as the
 * one before, because equal ones would put nearly all durations into the first.
 *
 * @param edges the borders of the bins in nanoseconds, rising; a bin includes its lower border
 * @param counts one per bin; one fewer than the edges
 */
@SuppressWarnings("ArrayRecordComponent") // flat numbers, never compared
public record DurationHistogram(long[] edges, int[] counts) {

    private static final int MIN_DURATIONS = 10;
    private static final int MIN_BINS = 5;
    private static final int MAX_BINS = 12;
    private static final int MAX_GROWING_BINS = 14;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** From this ratio of the longest to the shortest duration on, bins grow. */
    private static final long GROWING_FROM = 20;

    /** Of bins that grow; all shorter durations are in the first. */
    private static final long FIRST_BORDER_NANOS = 1_000;

    /**
     * Returns the histogram of some durations, or null if they are too few or all equal.
     *
     * @param sorted rising
     */
    static @Nullable DurationHistogram of(long[] sorted) {
        if (sorted.length < MIN_DURATIONS || sorted[0] == sorted[sorted.length - 1]) {
            return null;
        }
        long shortest = sorted[0];
        long longest = sorted[sorted.length - 1];
        boolean growing = longest / GROWING_FROM >= Math.max(1, shortest);
        long[] edges =
                growing ? growing(shortest, longest) : equal(shortest, longest, sorted.length);
        return new DurationHistogram(edges, count(edges, sorted));
    }

    private static long[] equal(long shortest, long longest, int durations) {
        int bins = Math.clamp((int) Math.ceil(Math.sqrt(durations)), MIN_BINS, MAX_BINS);
        long width = round((longest - shortest) / (double) bins);
        long first = shortest / width * width;
        int count = (int) ((longest - first) / width) + 1;
        long[] edges = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = first + i * width;
        }
        return edges;
    }

    /** Returns the smallest round number of at least one nanosecond that is not below. */
    private static long round(double nanos) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, nanos))));
        for (double step : STEPS) {
            if (step * power >= nanos) {
                return Math.round(step * power);
            }
        }
        throw new AssertionError("ten times the power of ten below is not below: " + nanos);
    }

    /** Borders 1, 2, 5, 10 and so on, or only the powers of ten if these were too many. */
    private static long[] growing(long shortest, long longest) {
        long[] fine = growing(shortest, longest, 1, 2, 5);
        return fine.length <= MAX_GROWING_BINS + 1 ? fine : growing(shortest, longest, 1);
    }

    private static long[] growing(long shortest, long longest, int... mantissas) {
        List<Long> edges = new ArrayList<>(List.of(0L));
        for (long power = FIRST_BORDER_NANOS; edges.getLast() <= longest; power *= 10) {
            for (int mantissa : mantissas) {
                long edge = mantissa * power;
                if (edge <= shortest) {
                    edges.clear();
                }
                if (edges.isEmpty() || edges.getLast() <= longest) {
                    edges.add(edge);
                }
            }
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] count(long[] edges, long[] sorted) {
        int[] counts = new int[edges.length - 1];
        int bin = 0;
        for (long duration : sorted) {
            while (duration >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }

    /** Returns the number of bins. */
    public int bins() {
        return counts.length;
    }

    /** Returns the largest count. */
    public int most() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
