package dev.overlap.render.timeline;

/** How high rows are: as high as is comfortable, lower where there are many, never illegible. */
final class RowMapping {

    /** Room to the right of the last bar for its duration or the reason of its failure. */
    static final double END_TEXT = 104;

    static final double TALLEST = 38;
    static final double LOWEST = 20;

    private RowMapping() {}

    /** How many tasks, workers or connections have no row. */
    static int leftOut(ChartFrame frame) {
        return frame.candidates() - frame.rows();
    }

    /** The row of what has an index, or the one before it where that has none. */
    static int rowOf(ChartFrame frame, int index) {
        int all = frame.candidates();
        return all == 0 ? 0 : (int) ((long) index * frame.rows() / all);
    }

    /**
     * The task, worker or connection of a row. Where not every one has one, those that have are
     * picked evenly, so that the picture keeps the shape of the run.
     */
    static int index(ChartFrame frame, int row) {
        return (int) ((long) row * frame.candidates() / frame.rows());
    }

    static double height(ChartFrame frame, double room) {
        int count = frame.rows() + (leftOut(frame) > 0 ? 1 : 0);
        return count == 0 ? TALLEST : Math.clamp(Math.floor(room / count), LOWEST, TALLEST);
    }

    /** The height of all rows, the line that counts those left out included. */
    static double content(ChartFrame frame, double rowHeight) {
        return (frame.rows() + (leftOut(frame) > 0 ? 1 : 0)) * rowHeight;
    }
}
