package dev.overlap.render.comparison;

import dev.overlap.render.VerticalSpan;

/**
 * Where the things of one part stand within its strip: room for the guess, the rows, the lane of
 * the loop or of processes that start, the spread of several runs.
 *
 * @param span the strip
 * @param rows where the rows stand, in the middle of what is left
 * @param shown how many rows there are
 * @param tasks how many tasks there are
 */
record PanelLayout(VerticalSpan span, VerticalSpan rows, int shown, int tasks) {

    static final int MAX_ROWS = 40;

    /** Three lines of words need that much. */
    static final double LEAST = 54;

    static final double LANE = 4;

    private static final double MARGIN = 5;
    private static final double GUESS = 10;
    private static final double LANE_STRIP = 6;
    private static final double SPREAD_STRIP = 9;
    private static final double ROW = 15;
    private static final double MAX_ROW = 32;
    private static final double LOWEST_ROW = 3;
    private static final double COMFORT = 86;
    private static final double MOST = 260;
    private static final double BAR_SHARE = 0.7;
    private static final double SHAPES_FROM = 8;

    /**
     * What all parts of a picture keep free around their rows, so that their rows are equally high.
     *
     * @param above for the words of a guess
     * @param below for a lane and a spread
     */
    record Strips(double above, double below) {

        static Strips of(VariantPanels variantPanels) {
            double guess = variantPanels.canBeGuessed() ? GUESS : 0;
            double lane = variantPanels.haveLanes() ? LANE_STRIP : 0;
            double spread = variantPanels.shown().comparison().plan().runs() > 1 ? SPREAD_STRIP : 0;
            return new Strips(MARGIN + guess, MARGIN + lane + spread);
        }
    }

    /** As high as a part should be where there is room for it. */
    static double comfortable(VariantPanels variantPanels) {
        int rows = Math.min(MAX_ROWS, variantPanels.mostTasks());
        Strips strips = Strips.of(variantPanels);
        return Math.clamp(rows * ROW + strips.above + strips.below, COMFORT, MOST);
    }

    /** As high as a part may be where there is more room than all parts need. */
    static double most(VariantPanels variantPanels) {
        int rows = Math.min(MAX_ROWS, variantPanels.mostTasks());
        Strips strips = Strips.of(variantPanels);
        return Math.max(
                comfortable(variantPanels),
                Math.min(MOST, rows * MAX_ROW + strips.above + strips.below));
    }

    /** The place of a part with so many tasks. */
    static PanelLayout of(VerticalSpan verticalSpan, int tasks, Strips strips) {
        double room = verticalSpan.height() - strips.above - strips.below;
        int most = (int) Math.max(1, Math.floor(room / LOWEST_ROW));
        int shown = Math.min(Math.min(MAX_ROWS, tasks), most);
        double height = shown == 0 ? 0 : Math.min(MAX_ROW * shown, room);
        double top = verticalSpan.top() + strips.above + Math.round((room - height) / 2);
        return new PanelLayout(verticalSpan, new VerticalSpan(top, height), shown, tasks);
    }

    /** The task of a row: where not every one has a row, those that have are picked evenly. */
    int taskOf(int row) {
        return (int) ((long) row * tasks / shown);
    }

    /** The middle of a row. */
    double middle(int row) {
        return rows.top() + (row + 0.5) * rows.height() / shown;
    }

    /** How high its bar is; a whole number. */
    double bar() {
        double height = Math.floor(rows.height() / shown * BAR_SHARE);
        return height >= SHAPES_FROM ? 2 * Math.floor(height / 2) : Math.max(2, height);
    }

    /** Whether bars are high enough for the shapes of the phases. */
    boolean hasShapes() {
        return bar() >= SHAPES_FROM;
    }

    /** The upper edge of the lane under the rows. */
    double laneTop() {
        return Math.round(rows.bottom()) + 2;
    }

    /** The middle of the spread under the lane. */
    double spreadMiddle() {
        return span.bottom() - MARGIN - 2;
    }

    /** The middle of the words of the guess above the rows. */
    double guessMiddle() {
        return span.top() + 8;
    }
}
