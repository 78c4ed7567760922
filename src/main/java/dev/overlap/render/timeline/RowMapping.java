package dev.overlap.render.timeline;

import dev.overlap.trace.ConnectionTrack;

import java.util.List;

/** How high rows are: as high as is comfortable, lower where there are many, never illegible. */
final class RowMapping {

    /** Room to the right of the last bar for its duration or the reason of its failure. */
    static final double END_TEXT = 104;

    static final double TALLEST = 38;
    static final double LOWEST = 20;

    private RowMapping() {}

    /** How many rows a frame has. */
    static int count(ChartFrame frame) {
        return Math.min(all(frame), frame.mostRows());
    }

    private static int all(ChartFrame frame) {
        return switch (frame.grouping()) {
            case TASKS -> frame.trace().tasks().size();
            case WORKERS -> frame.trace().workers().size();
            case CONNECTIONS -> usedBy(frame.trace().connections(), frame.horizonNanos());
        };
    }

    /** How many connections were used by an instant, by binary search. */
    private static int usedBy(List<ConnectionTrack> connections, long nanos) {
        int low = 0;
        int high = connections.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (connections.get(middle).firstUsedNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many tasks, workers or connections have no row. */
    static int leftOut(ChartFrame frame) {
        return all(frame) - count(frame);
    }

    /** The row of what has an index, or the one before it where that has none. */
    static int rowOf(ChartFrame frame, int index) {
        int all = all(frame);
        return all == 0 ? 0 : (int) ((long) index * count(frame) / all);
    }

    /**
     * The task, worker or connection of a row. Where not every one has one, those that have are
     * picked evenly, so that the picture keeps the shape of the run.
     */
    static int index(ChartFrame frame, int row) {
        return (int) ((long) row * all(frame) / count(frame));
    }

    static double height(ChartFrame frame, double room) {
        int count = count(frame) + (leftOut(frame) > 0 ? 1 : 0);
        return count == 0 ? TALLEST : Math.clamp(Math.floor(room / count), LOWEST, TALLEST);
    }

    /** The height of all rows, the line that counts those left out included. */
    static double content(ChartFrame frame, double rowHeight) {
        return (count(frame) + (leftOut(frame) > 0 ? 1 : 0)) * rowHeight;
    }
}
