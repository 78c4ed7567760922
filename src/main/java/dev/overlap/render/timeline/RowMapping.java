package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;

/**
 * Maps rows to items and computes row heights: comfortable if possible, lower for many rows, never
 * illegible.
 */
final class RowMapping {

    /** Space after the last bar for its duration or failure. */
    static final double END_TEXT = 104;

    static final double MAX_HEIGHT = 38;
    static final double MIN_HEIGHT = 20;

    /** Rows of resources also show who waits. */
    static final double MAX_RESOURCE_HEIGHT = 112;

    static final double MIN_RESOURCE_HEIGHT = 48;

    private RowMapping() {}

    /** The number of tasks, workers, connections or resources without a row. */
    static int leftOut(ChartFrame frame) {
        if (frame.isReordered()) {
            return frame.order().total() - frame.order().shown();
        }
        return frame.candidates() - frame.rows();
    }

    /**
     * Maps an item index to its row. Items left out evenly map to the row before them, tasks that a
     * filter leaves out to -1.
     */
    static int rowOf(ChartFrame frame, int index) {
        if (frame.isReordered()) {
            return frame.order().row(index);
        }
        int all = frame.candidates();
        return all == 0 ? 0 : (int) ((long) index * frame.rows() / all);
    }

    /** Returns whether an item has a row of its own. */
    static boolean hasRow(ChartFrame frame, int index) {
        if (frame.isReordered()) {
            return frame.order().row(index) >= 0;
        }
        return frame.rows() > 0 && index(frame, rowOf(frame, index)) == index;
    }

    /**
     * Maps a row to the index of its task, worker, connection or resource. If there are fewer rows
     * than items, items are sampled evenly, which preserves the shape of the run. -1 for the
     * heading of a group of tasks.
     */
    static int index(ChartFrame frame, int row) {
        if (frame.isReordered()) {
            return frame.order().task(row);
        }
        return (int) ((long) row * frame.candidates() / frame.rows());
    }

    static double height(ChartFrame frame, double available) {
        int count = frame.rows() + (leftOut(frame) > 0 ? 1 : 0);
        boolean resources = frame.grouping() == RowGrouping.RESOURCES;
        double min = resources ? MIN_RESOURCE_HEIGHT : MIN_HEIGHT;
        double max = resources ? MAX_RESOURCE_HEIGHT : MAX_HEIGHT;
        return count == 0 ? max : Math.clamp(Math.floor(available / count), min, max);
    }

    /** The height of all rows, including the line that counts omitted items. */
    static double content(ChartFrame frame, double rowHeight) {
        return (frame.rows() + (leftOut(frame) > 0 ? 1 : 0)) * rowHeight;
    }
}
