package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;

/**
 * Where the lanes of the workers stand: tall for one or two, low for more; as many as a third of
 * the picture holds, the others counted in words.
 *
 * @param top of the first lane
 * @param laneHeight of each
 * @param shown how many have a lane
 * @param leftOut how many have none
 */
record LaneLayout(double top, double laneHeight, int shown, int leftOut) {

    private static final double TALL = 40;
    private static final double LOW = 22;
    private static final double PAD = 10;
    private static final double SHARE = 0.34;
    private static final int FEW = 2;
    private static final int MOST = 16;
    private static final double ROUNDING = 1e-9;

    static LaneLayout of(ChartFrame frame, double height, boolean roomy) {
        boolean wanted =
                roomy && frame.grouping() != RowGrouping.WORKERS; // else the rows are the workers
        int workers = wanted ? frame.trace().workers().size() : 0;
        double each = workers <= FEW ? TALL : LOW;
        int room = (int) Math.floor((height * SHARE - PAD) / each + ROUNDING);
        int fitting = Math.min(MOST, room);
        int shown = workers <= fitting ? workers : Math.max(0, fitting - 1);
        LaneLayout laneLayout = new LaneLayout(0, each, shown, workers - shown);
        return new LaneLayout(height - laneLayout.height(), each, shown, workers - shown);
    }

    /** What the lanes of a frame need in a picture that is as high as it likes. */
    static double beside(ChartFrame frame, double heightOfTheRest) {
        return of(frame, heightOfTheRest / (1 - SHARE), true).height();
    }

    double height() {
        int lines = shown + (leftOut > 0 ? 1 : 0);
        return lines == 0 ? 0 : lines * laneHeight + PAD;
    }

    double laneTop(int lane) {
        return top + lane * laneHeight;
    }

    boolean areTall() {
        return laneHeight >= TALL;
    }

    /** The lane at a height of the picture, or -1. */
    int laneAt(double y) {
        int lane = (int) Math.floor((y - top) / laneHeight);
        return lane >= 0 && lane < shown ? lane : -1;
    }
}
