package dev.overlap.render;

import dev.overlap.trace.WorkerTrack;

/**
 * Walks the busy slices of one worker's lane from left to right, merged like {@link
 * TaskBarDecimator} for the same reason. An event loop that handles a hundred thousand events
 * yields at most one rectangle per pixel, with the share of that pixel's time in which it was busy,
 * so that a loop that does a little all the time does not look blocked. An isolated slice counts as
 * fully busy so that it stays visible. If very many slices share a pixel, the first {@value
 * #MAX_SAMPLED} are taken as representative.
 */
public final class BusySliceDecimator {

    /** Receives the slices. */
    public interface Sink {
        /**
         * Receives one slice, or several that share a pixel.
         *
         * @param slice its index; the first one of those that share a pixel
         * @param task the task it ran, or -1
         * @param share of the time shown there in which the worker was busy, 0 to 1; less than 1
         *     only where slices share a pixel
         */
        void slice(int slice, int task, double x, double width, double share);
    }

    private static final int MAX_SAMPLED = 64;
    private static final double MIN_GAP = 3;

    private final WorkerTrack worker;
    private final TimeScale scale;
    private final long limit;

    private BusySliceDecimator(WorkerTrack worker, TimeScale scale, long horizonNanos) {
        this.worker = worker;
        this.scale = scale;
        this.limit = Math.min(horizonNanos, scale.range().endNanos());
    }

    /** Passes all visible slices of a worker up to an instant to a sink. */
    public static void walk(WorkerTrack worker, TimeScale scale, long horizonNanos, Sink sink) {
        new BusySliceDecimator(worker, scale, horizonNanos).walk(sink);
    }

    private void walk(Sink sink) {
        long begin = scale.range().beginNanos();
        int slice = Math.max(0, worker.sliceAt(begin));
        double cursor = scale.left();
        while (slice < worker.slices() && worker.begin(slice) < limit) {
            long end = Math.min(worker.end(slice), limit);
            if (end < begin) {
                slice++;
                continue;
            }
            double left = Math.max(cursor, scale.edge(worker.begin(slice)));
            double right = scale.edge(end);
            int next = slice + 1;
            double share = 1;
            if (right - left <= scale.pixel() / 2) {
                right = left + scale.pixel();
                next = firstEndingAfter(slice, scale.nanos(left + scale.pixel() / 2));
                boolean isolated = left - cursor >= MIN_GAP && clearUntil(next, right + MIN_GAP);
                share = isolated ? 1 : share(slice, next);
            }
            if (left < scale.right()) {
                sink.slice(slice, worker.task(slice), left, right - left, share);
            }
            cursor = right;
            slice = next;
        }
    }

    private boolean clearUntil(int next, double x) {
        return next >= worker.slices() || scale.x(worker.begin(next)) >= x;
    }

    private double share(int from, int to) {
        int until = Math.min(to, from + MAX_SAMPLED);
        double busy = 0;
        for (int slice = from; slice < until; slice++) {
            busy += Math.min(worker.end(slice), limit) - worker.begin(slice);
        }
        double pixel = scale.pixel() / scale.unitsPerNano();
        double span = until < to ? worker.begin(until) - worker.begin(from) : pixel;
        return Math.min(1, busy / Math.max(1, span));
    }

    /** Returns the first slice after this one that ends later than an instant. */
    private int firstEndingAfter(int slice, long nanos) {
        int next = Math.max(slice + 1, worker.sliceAt(nanos));
        return next < worker.slices() && worker.end(next) <= nanos ? next + 1 : next;
    }
}
