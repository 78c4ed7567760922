package dev.overlap.render.resource;

import dev.overlap.render.TimeScale;

/**
 * Walks the spans of one lane from left to right, merged like {@link
 * dev.overlap.render.BusySliceDecimator} for the same reason: a lock that is taken ten thousand
 * times yields at most one rectangle per pixel, with the share of that pixel's time in which it was
 * taken. Painting and hit testing both use it, so they cannot disagree.
 */
final class SpanDecimator {

    private static final int MAX_SAMPLED = 64;

    /** Receives the spans. */
    interface Sink {
        /**
         * Receives one span, or the first of several that share a pixel.
         *
         * @param index in the lane
         * @param share of the time shown there that the spans take, 0 to 1; less than 1 only where
         *     spans share a pixel
         */
        void span(int index, double x, double width, double share);
    }

    private final SpanLane lane;
    private final TimeScale scale;
    private final long limit;

    private SpanDecimator(SpanLane lane, TimeScale scale, long horizonNanos) {
        this.lane = lane;
        this.scale = scale;
        this.limit = Math.min(horizonNanos, scale.range().endNanos());
    }

    /** Passes all visible spans up to an instant to a sink. */
    static void walk(SpanLane lane, TimeScale scale, long horizonNanos, Sink sink) {
        new SpanDecimator(lane, scale, horizonNanos).walk(sink);
    }

    private void walk(Sink sink) {
        long begin = scale.range().beginNanos();
        int index = Math.max(0, lane.at(begin));
        double cursor = scale.left();
        while (index < lane.size() && lane.begin(index) < limit) {
            double left = Math.max(cursor, scale.edge(lane.begin(index)));
            double right = scale.edge(Math.min(lane.end(index), limit));
            int next = index + 1;
            if (lane.end(index) >= begin && left < scale.right()) {
                double share = 1;
                if (right - left <= scale.pixel() / 2) {
                    right = left + scale.pixel();
                    next = firstEndingAfter(index, scale.nanos(left + scale.pixel() / 2));
                    share = next == index + 1 ? 1 : share(index, next);
                }
                sink.span(index, left, right - left, share);
                cursor = right;
            }
            index = next;
        }
    }

    private double share(int from, int to) {
        int until = Math.min(to, from + MAX_SAMPLED);
        double taken = 0;
        for (int index = from; index < until; index++) {
            taken += Math.min(lane.end(index), limit) - lane.begin(index);
        }
        long end = until < lane.size() ? lane.begin(until) : limit;
        return Math.min(1, taken / Math.max(1, end - lane.begin(from)));
    }

    /** Returns the first span after this one that ends later than an instant. */
    private int firstEndingAfter(int index, long nanos) {
        int next = Math.max(index + 1, lane.at(nanos));
        return next < lane.size() && lane.end(next) <= nanos ? next + 1 : next;
    }
}
