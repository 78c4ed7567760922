package dev.overlap.bench;

import java.util.Arrays;

/** Quantiles of a series, by the nearest rank. */
final class Quantiles {

    private final double[] sorted;

    Quantiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /**
     * @param share 0 for the least, 0.5 for the median, 1 for the most
     */
    double at(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
