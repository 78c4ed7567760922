package dev.overlap.paint;

/** How high rows are: as high as is comfortable, lower where there are many, never illegible. */
final class Rows {

    /** Room to the right of the last bar for its duration or the reason of its failure. */
    static final double END_TEXT = 104;

    static final double TALLEST = 38;
    static final double LOWEST = 20;

    private Rows() {}

    /** How many rows a frame has. */
    static int count(Frame frame) {
        return Math.min(frame.trace().tasks().size(), frame.mostRows());
    }

    /** How many tasks have no row. */
    static int leftOut(Frame frame) {
        return frame.trace().tasks().size() - count(frame);
    }

    /**
     * The task of a row. Where not every task has one, those that have are picked evenly, so that
     * the picture keeps the shape of the run.
     */
    static int task(Frame frame, int row) {
        return (int) ((long) row * frame.trace().tasks().size() / count(frame));
    }

    static double height(Frame frame, double room) {
        int count = count(frame) + (leftOut(frame) > 0 ? 1 : 0);
        return count == 0 ? TALLEST : Math.clamp(Math.floor(room / count), LOWEST, TALLEST);
    }

    /** The height of all rows, the line that counts those left out included. */
    static double content(Frame frame, double rowHeight) {
        return (count(frame) + (leftOut(frame) > 0 ? 1 : 0)) * rowHeight;
    }
}
