package dev.overlap.render;

/**
 * Walks the intervals of one lane from left to right, merged like {@link TaskBarDecimator} for the
 * same reason. An event loop that handles a hundred thousand events, or a lock that is taken as
 * often, yields at most one rectangle per pixel, with the share of that pixel's time that is taken,
 * so that a loop that does a little all the time does not look blocked. An isolated interval counts
 * as a whole pixel so that it stays visible. If very many share a pixel, the first {@value
 * #MAX_SAMPLED} are taken as representative. Painting and hit testing both use it, so they cannot
 * disagree.
 */
public final class TimeLaneDecimator {

    /** Receives the intervals. */
    public interface Sink {
        /**
         * Receives one interval, or several that share a pixel.
         *
         * @param index of the interval; the first one of those that share a pixel
         * @param share of the time shown there that is taken, 0 to 1; less than 1 only where
         *     intervals share a pixel
         */
        void interval(int index, double x, double width, double share);
    }

    private static final int MAX_SAMPLED = 64;
    private static final double MIN_GAP = 3;

    private final TimeLane lane;
    private final TimeScale scale;
    private final long limit;

    private TimeLaneDecimator(TimeLane lane, TimeScale scale, long horizonNanos) {
        this.lane = lane;
        this.scale = scale;
        this.limit = Math.min(horizonNanos, scale.range().endNanos());
    }

    /** Passes all visible intervals up to an instant to a sink. */
    public static void walk(TimeLane lane, TimeScale scale, long horizonNanos, Sink sink) {
        new TimeLaneDecimator(lane, scale, horizonNanos).walk(sink);
    }

    /** Returns the interval that is painted at a position, or -1; the last one if they overlap. */
    public static int at(TimeLane lane, TimeScale scale, long horizonNanos, double x) {
        int[] found = {-1};
        walk(
                lane,
                scale,
                horizonNanos,
                (index, left, width, _) -> {
                    if (x >= left && x < left + width) {
                        found[0] = index;
                    }
                });
        return found[0];
    }

    private void walk(Sink sink) {
        long begin = scale.range().beginNanos();
        int index = Math.max(0, lane.at(begin));
        double cursor = scale.left();
        while (index < lane.size() && lane.begin(index) < limit) {
            long end = Math.min(lane.end(index), limit);
            if (end < begin) {
                index++;
                continue;
            }
            double left = Math.max(cursor, scale.edge(lane.begin(index)));
            double right = scale.edge(end);
            int next = index + 1;
            double share = 1;
            if (right - left <= scale.pixel() / 2) {
                right = left + scale.pixel();
                next = firstEndingAfter(index, scale.nanos(left + scale.pixel() / 2));
                boolean isolated = left - cursor >= MIN_GAP && clearUntil(next, right + MIN_GAP);
                share = isolated ? 1 : share(index, next);
            }
            if (left < scale.right()) {
                sink.interval(index, left, right - left, share);
            }
            cursor = right;
            index = next;
        }
    }

    private boolean clearUntil(int next, double x) {
        return next >= lane.size() || scale.x(lane.begin(next)) >= x;
    }

    private double share(int from, int to) {
        int until = Math.min(to, from + MAX_SAMPLED);
        double busy = 0;
        for (int index = from; index < until; index++) {
            busy += Math.min(lane.end(index), limit) - lane.begin(index);
        }
        double pixel = scale.pixel() / scale.unitsPerNano();
        double span = until < to ? lane.begin(until) - lane.begin(from) : pixel;
        return Math.min(1, busy / Math.max(1, span));
    }

    /** Returns the first interval after this one that ends later than an instant. */
    private int firstEndingAfter(int index, long nanos) {
        int next = Math.max(index + 1, lane.at(nanos));
        return next < lane.size() && lane.end(next) <= nanos ? next + 1 : next;
    }
}
