package dev.overlap.render;

import dev.overlap.trace.WorkerTrack;

/**
 * The busy slices of one worker's lane, from left to right; merged like {@link TaskBarDecimator},
 * for the same reason. A loop that handles a hundred thousand events gives at most one rectangle a
 * pixel, with the share of that pixel's time in which it was busy: a loop that does a little all
 * the time must not look like one that is blocked. A slice that stands alone counts as a whole one,
 * to be seen. Of very many slices in a pixel the first {@value #LOOKED_AT} speak for all.
 */
public final class BusySliceDecimator {

    /** Takes the slices. */
    public interface Sink {
        /**
         * Takes one slice, or several that share a pixel.
         *
         * @param slice its index; the first one of those that share a pixel
         * @param task whose it is, or -1
         * @param share of the time shown there in which the worker was busy, 0 to 1; less than 1
         *     only where slices share a pixel
         */
        void slice(int slice, int task, double x, double width, double share);
    }

    private static final int LOOKED_AT = 64;
    private static final double CLEAR = 3;

    private final WorkerTrack worker;
    private final TimeScale scale;
    private final long limit;

    private BusySliceDecimator(WorkerTrack worker, TimeScale scale, long horizonNanos) {
        this.worker = worker;
        this.scale = scale;
        this.limit = Math.min(horizonNanos, scale.range().endNanos());
    }

    /** Gives a sink all visible slices of a worker up to an instant. */
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
                next = beyond(slice, scale.nanos(left + scale.pixel() / 2));
                boolean alone = left - cursor >= CLEAR && clearUntil(next, right + CLEAR);
                share = alone ? 1 : share(slice, next);
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
        int until = Math.min(to, from + LOOKED_AT);
        double busy = 0;
        for (int slice = from; slice < until; slice++) {
            busy += Math.min(worker.end(slice), limit) - worker.begin(slice);
        }
        double pixel = scale.pixel() / scale.unitsPerNano();
        double span = until < to ? worker.begin(until) - worker.begin(from) : pixel;
        return Math.min(1, busy / Math.max(1, span));
    }

    /** The first slice after this one that ends later than an instant. */
    private int beyond(int slice, long nanos) {
        int next = Math.max(slice + 1, worker.sliceAt(nanos));
        return next < worker.slices() && worker.end(next) <= nanos ? next + 1 : next;
    }
}
