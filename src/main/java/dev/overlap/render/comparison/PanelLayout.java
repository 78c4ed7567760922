package dev.overlap.render.comparison;

import dev.overlap.render.VerticalSpan;

/**
 * The layout within one panel: guess, rows, the lane of the event loop or of starting processes,
 * and the range of several runs.
 *
 * @param span of the panel
 * @param rows span of the rows, centred in the remaining space
 * @param shown the number of rows
 * @param tasks the number of tasks
 */
record PanelLayout(VerticalSpan span, VerticalSpan rows, int shown, int tasks) {

    static final int MAX_ROWS = 40;

    /** Enough for three lines of text. */
    static final double MIN_HEIGHT = 54;

    static final double LANE = 4;

    private static final double MARGIN = 5;
    private static final double GUESS = 10;
    private static final double LANE_STRIP = 6;
    private static final double SPREAD_STRIP = 9;
    private static final double ROW = 15;
    private static final double MAX_ROW = 32;
    private static final double MIN_ROW = 3;
    private static final double MIN_COMFORTABLE = 86;
    private static final double MAX_HEIGHT = 260;
    private static final double BAR_SHARE = 0.7;
    private static final double MIN_FOR_SHAPES = 8;

    /**
     * The space above and below the rows, common to all panels so that their rows have the same
     * height.
     *
     * @param above for the label of a guess
     * @param below for a lane and a range
     */
    record Strips(double above, double below) {

        static Strips of(VariantPanels variantPanels) {
            double guess = variantPanels.canBeGuessed() ? GUESS : 0;
            double lane = variantPanels.haveLanes() ? LANE_STRIP : 0;
            double spread = variantPanels.shown().comparison().plan().runs() > 1 ? SPREAD_STRIP : 0;
            return new Strips(MARGIN + guess, MARGIN + lane + spread);
        }
    }

    /** The preferred height of a panel. */
    static double comfortable(VariantPanels variantPanels) {
        int rows = Math.min(MAX_ROWS, variantPanels.maxTasks());
        Strips strips = Strips.of(variantPanels);
        return Math.clamp(rows * ROW + strips.above + strips.below, MIN_COMFORTABLE, MAX_HEIGHT);
    }

    /** The maximum height of a panel. */
    static double maxHeight(VariantPanels variantPanels) {
        int rows = Math.min(MAX_ROWS, variantPanels.maxTasks());
        Strips strips = Strips.of(variantPanels);
        return Math.max(
                comfortable(variantPanels),
                Math.min(MAX_HEIGHT, rows * MAX_ROW + strips.above + strips.below));
    }

    /** Returns the layout of a panel with this number of tasks. */
    static PanelLayout of(VerticalSpan verticalSpan, int tasks, Strips strips) {
        double available = verticalSpan.height() - strips.above - strips.below;
        int max = (int) Math.max(1, Math.floor(available / MIN_ROW));
        int shown = Math.min(Math.min(MAX_ROWS, tasks), max);
        double height = shown == 0 ? 0 : Math.min(MAX_ROW * shown, available);
        double top = verticalSpan.top() + strips.above + Math.round((available - height) / 2);
        return new PanelLayout(verticalSpan, new VerticalSpan(top, height), shown, tasks);
    }

    /** The task of a row; if there are more tasks than rows, evenly sampled. */
    int taskOf(int row) {
        return (int) ((long) row * tasks / shown);
    }

    /** The middle of a row. */
    double middle(int row) {
        return rows.top() + (row + 0.5) * rows.height() / shown;
    }

    /** The height of a bar; a whole number. */
    double bar() {
        double height = Math.floor(rows.height() / shown * BAR_SHARE);
        return height >= MIN_FOR_SHAPES ? 2 * Math.floor(height / 2) : Math.max(2, height);
    }

    /** Whether bars are high enough for the shapes of the phases. */
    boolean hasShapes() {
        return bar() >= MIN_FOR_SHAPES;
    }

    /** The upper edge of the lane below the rows. */
    double laneTop() {
        return Math.round(rows.bottom()) + 2;
    }

    /** The middle of the range below the lane. */
    double spreadMiddle() {
        return span.bottom() - MARGIN - 2;
    }

    /** The middle of the guess label above the rows. */
    double guessMiddle() {
        return span.top() + 8;
    }
}
