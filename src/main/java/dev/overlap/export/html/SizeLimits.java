package dev.overlap.export.html;

/**
 * How much of a run a page holds, so that it stays a file that people can send.
 *
 * @param maxTasks more tasks than these are merged into bands
 * @param maxBands how many bands
 * @param maxSegments the most phases of all tasks together, about
 * @param maxWorkers the most workers
 * @param maxSlices the most busy slices of all workers together, about
 * @param maxExplained the most letters of sentences on waits
 */
record SizeLimits(
        int maxTasks,
        int maxBands,
        int maxSegments,
        int maxWorkers,
        int maxSlices,
        int maxExplained) {

    private static final SizeLimits ONE = new SizeLimits(2_000, 400, 60_000, 2_000, 12_000, 60_000);

    /** Returns the limits of each of several runs in one page. */
    static SizeLimits of(int runs) {
        int share = (runs + 1) / 2;
        return new SizeLimits(
                ONE.maxTasks / share,
                Math.max(40, ONE.maxBands / share),
                ONE.maxSegments / share,
                ONE.maxWorkers / share,
                ONE.maxSlices / share,
                ONE.maxExplained / share);
    }
}
