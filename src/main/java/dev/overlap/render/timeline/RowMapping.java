package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;

/**
 * Maps rows to items and computes row heights: comfortable if possible, higher up to a limit for
 * few rows, lower for many, never illegible.
 */
final class RowMapping {

    /** Space after the last bar for its duration or failure. */
    static final double END_TEXT = 104;

    /** A comfortable height, which a few rows exceed where there is room. */
    static final double COMFORTABLE_HEIGHT = 38;

    static final double MAX_HEIGHT = 96;
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
        int count = finalRows(frame) + (leftOut(frame) > 0 ? 1 : 0);
        double min = frame.grouping() == RowGrouping.RESOURCES ? MIN_RESOURCE_HEIGHT : MIN_HEIGHT;
        double max = maxHeight(frame);
        return count == 0 ? max : Math.clamp(Math.floor(available / count), min, max);
    }

    static double maxHeight(ChartFrame frame) {
        return frame.grouping() == RowGrouping.RESOURCES ? MAX_RESOURCE_HEIGHT : MAX_HEIGHT;
    }

    /** The rows at the end of a replay, so that their height stays as connections appear. */
    static int finalRows(ChartFrame frame) {
        boolean all = frame.grouping() == RowGrouping.CONNECTIONS && frame.trace().isFinished();
        return all ? Math.min(frame.trace().connections().size(), frame.maxRows()) : frame.rows();
    }

    /** The height of all rows, including the line that counts omitted items. */
    static double content(ChartFrame frame, double rowHeight) {
        return (frame.rows() + (leftOut(frame) > 0 ? 1 : 0)) * rowHeight;
    }
}
