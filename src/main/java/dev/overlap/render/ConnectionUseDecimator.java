package dev.overlap.render;

import dev.overlap.trace.ConnectionTrack;

/**
 * Walks the uses of one connection, and the idle gaps between them, from left to right; merged like
 * {@link TimeLaneDecimator} for the same reason: a connection shared by ten thousand exchanges
 * yields at most one rectangle per pixel, with the share of that pixel's time in which it was in
 * use, and the index of the first exchange in it. Painting and hit testing both use it, so they
 * cannot disagree.
 */
public final class ConnectionUseDecimator {

    private static final int MAX_SAMPLED = 64;

    /** Receives the uses. */
    public interface Sink {

        /**
         * Receives one use, or the first of several that share a pixel.
         *
         * @param use its index
         * @param share of the time shown there in which the connection was in use, 0 to 1; less
         *     than 1 only where uses share a pixel
         */
        void use(int use, double x, double width, double share);

        /** Receives a gap between two uses, during which the connection was kept open but idle. */
        void kept(double x, double width);
    }

    private final ConnectionTrack connection;
    private final TimeScale scale;
    private final long limit;
    private final int uses;
    private final Sink sink;
    private double cursor;

    private ConnectionUseDecimator(
            ConnectionTrack connection, TimeScale scale, long horizonNanos, Sink sink) {
        this.connection = connection;
        this.scale = scale;
        this.limit = Math.min(horizonNanos, scale.range().endNanos());
        this.uses = connection.useAt(horizonNanos) + 1;
        this.sink = sink;
        this.cursor = scale.left();
    }

    /**
     * Passes all visible uses of a connection that begin before an instant to a sink. A gap is
     * reported only when the connection is used again, not before.
     */
    public static void walk(
            ConnectionTrack connection, TimeScale scale, long horizonNanos, Sink sink) {
        new ConnectionUseDecimator(connection, scale, horizonNanos, sink).walk();
    }

    private void walk() {
        int use = first();
        while (use < uses && connection.begin(use) < limit) {
            double left = Math.max(cursor, scale.edge(connection.begin(use)));
            double right = scale.edge(Math.min(connection.end(use), limit));
            int next = use + 1;
            double share = 1;
            if (right - left <= scale.pixel() / 2) {
                right = left + scale.pixel();
                next = firstEndingAfter(use, scale.nanos(left + scale.pixel() / 2));
                share = next == use + 1 ? 1 : share(use, next);
            }
            kept(use, left);
            if (left < scale.right()) {
                sink.use(use, left, right - left, share);
            }
            cursor = right;
            use = next;
        }
        if (use < uses) {
            kept(use, Math.min(scale.right(), scale.edge(connection.begin(use))));
        }
    }

    private double share(int from, int to) {
        int until = Math.min(to, from + MAX_SAMPLED);
        double used = 0;
        for (int use = from; use < until; use++) {
            used += Math.min(connection.end(use), limit) - connection.begin(use);
        }
        long end = until < uses ? connection.begin(until) : limit;
        return Math.min(1, used / Math.max(1, end - connection.begin(from)));
    }

    /** Returns the first use after this one that ends later than an instant. */
    private int firstEndingAfter(int use, long nanos) {
        int next = Math.max(use + 1, connection.useAt(nanos));
        return next < uses && connection.end(next) <= nanos ? next + 1 : next;
    }

    /** Returns the first use that ends in or after the visible range. */
    private int first() {
        long begin = scale.range().beginNanos();
        int use = Math.max(0, connection.useAt(begin));
        return use < uses && connection.end(use) < begin ? use + 1 : use;
    }

    private void kept(int until, double right) {
        if (until > 0) {
            double left = Math.max(cursor, scale.edge(connection.end(until - 1)));
            if (right - left > scale.pixel() / 2) {
                sink.kept(left, right - left);
            }
        }
    }
}
