package dev.overlap.render;

import dev.overlap.trace.ConnectionTrack;

/**
 * The uses of one connection, from left to right, and the stretches between them; merged like
 * {@link BusySliceDecimator}, for the same reason: a connection that ten thousand exchanges share
 * gives at most one rectangle a pixel, with the share of that pixel's time in which it was in use,
 * and the first exchange of those in it speaks for all. Painting and hit testing both walk here, so
 * they cannot disagree.
 */
public final class ConnectionUseDecimator {

    private static final int LOOKED_AT = 64;

    /** Takes the uses. */
    public interface Sink {

        /**
         * Takes one use, or the first of several that share a pixel.
         *
         * @param use its index
         * @param share of the time shown there in which the connection was in use, 0 to 1; less
         *     than 1 only where uses share a pixel
         */
        void use(int use, double x, double width, double share);

        /**
         * Takes a stretch between two uses, in which the connection was open and carried nothing.
         */
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
     * Gives a sink all visible uses of a connection that have begun by an instant. That a
     * connection was kept is told when it is used again, and not before.
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
                next = beyond(use, scale.nanos(left + scale.pixel() / 2));
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
        int until = Math.min(to, from + LOOKED_AT);
        double used = 0;
        for (int use = from; use < until; use++) {
            used += Math.min(connection.end(use), limit) - connection.begin(use);
        }
        long end = until < uses ? connection.begin(until) : limit;
        return Math.min(1, used / Math.max(1, end - connection.begin(from)));
    }

    /** The first use after this one that ends later than an instant. */
    private int beyond(int use, long nanos) {
        int next = Math.max(use + 1, connection.useAt(nanos));
        return next < uses && connection.end(next) <= nanos ? next + 1 : next;
    }

    /** The first use that ends within the window or behind it. */
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
