package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.CollectRule;

/**
 * The layout of the worker lanes: high for one or two, low for more; as many as fit into a third of
 * the drawing, the others only counted.
 *
 * @param top of the first lane
 * @param laneHeight of each lane
 * @param shown the number of workers with a lane
 * @param leftOut the number of workers without one
 * @param program the height of the lane of the program, below them; 0 without one
 */
record LaneLayout(double top, double laneHeight, int shown, int leftOut, double program) {

    private static final double HIGH = 40;
    private static final double LOW = 22;
    private static final double PAD = 10;
    private static final double MAX_SHARE = 0.34;
    private static final int MAX_HIGH_LANES = 2;
    private static final int MAX_LANES = 16;
    private static final double ROUNDING = 1e-9;

    static LaneLayout of(ChartFrame frame, double height, boolean roomy) {
        boolean visible =
                roomy && frame.grouping() != RowGrouping.WORKERS; // otherwise rows are workers
        boolean collects = frame.trace().collects() != CollectRule.AT_END;
        double program = roomy && collects ? LOW : 0;
        int workers = visible ? frame.trace().workers().size() : 0;
        double laneHeight = workers <= MAX_HIGH_LANES ? HIGH : LOW;
        int available = (int) Math.floor((height * MAX_SHARE - PAD) / laneHeight + ROUNDING);
        int fitting = Math.min(MAX_LANES, available);
        int shown = workers <= fitting ? workers : Math.max(0, fitting - 1);
        LaneLayout laneLayout = new LaneLayout(0, laneHeight, shown, workers - shown, program);
        return laneLayout.at(height - laneLayout.height());
    }

    /** The height of the lanes if the total height is unlimited. */
    static double beside(ChartFrame frame, double heightOfTheRest) {
        return of(frame, heightOfTheRest / (1 - MAX_SHARE), true).height();
    }

    private LaneLayout at(double newTop) {
        return new LaneLayout(newTop, laneHeight, shown, leftOut, program);
    }

    double height() {
        double lanes = workersHeight() + program;
        return lanes == 0 ? 0 : lanes + PAD;
    }

    private double workersHeight() {
        return (shown + (leftOut > 0 ? 1 : 0)) * laneHeight;
    }

    /** The place of the lane of the program; without a height if it has none. */
    VerticalSpan programLane() {
        return new VerticalSpan(top + workersHeight(), program);
    }

    double laneTop(int lane) {
        return top + lane * laneHeight;
    }

    /** The place of the lane of a worker; without a height if it has none. */
    VerticalSpan lane(int worker) {
        boolean has = worker >= 0 && worker < shown;
        return new VerticalSpan(laneTop(worker), has ? laneHeight : 0);
    }

    boolean areHigh() {
        return laneHeight >= HIGH;
    }

    /** The lane at a height of the drawing, or -1. */
    int laneAt(double y) {
        int lane = (int) Math.floor((y - top) / laneHeight);
        return lane >= 0 && lane < shown ? lane : -1;
    }
}
