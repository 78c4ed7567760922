package dev.overlap.render;

/** Paints a guess: a dashed line with a drag handle. */
public final class GuessPainter {

    static final TextStyle LABEL_STYLE = new TextStyle(11.5, true);

    /** Half the width of the handle. */
    public static final double HANDLE = 6;

    private static final double GAP = 9;

    private final Surface surface;
    private final Theme theme;
    private final TextFitter textFitter;
    private final TimeScale scale;

    public GuessPainter(Surface surface, Theme theme, TextFitter textFitter, TimeScale scale) {
        this.surface = surface;
        this.theme = theme;
        this.textFitter = textFitter;
        this.scale = scale;
    }

    /** Draws the line between two heights, with its handle at the top. */
    public void line(long guessNanos, double top, double bottom) {
        if (scale.shows(guessNanos)) {
            double x = scale.edge(guessNanos) + scale.pixel() / 2;
            surface.line(x, top, x, bottom, Surface.Stroke.DASHED, theme.guess());
        }
        handle(guessNanos, top);
    }

    /** Draws the handle alone. */
    public void handle(long guessNanos, double top) {
        if (scale.shows(guessNanos)) {
            handleAt(scale.edge(guessNanos) + scale.pixel() / 2, top);
        }
    }

    /** Draws the handle at the right end of the axis, from where a guess is dragged into view. */
    public void parkedHandle(double top) {
        handleAt(scale.right(), top);
    }

    private void handleAt(double x, double top) {
        double[] xs = {x - HANDLE, x + HANDLE, x};
        double[] ys = {top - HANDLE, top - HANDLE, top + 3};
        surface.area(xs, ys, xs.length, theme.guess());
    }

    /**
     * Draws the label beside the line if there is room; for a guess beyond the visible range, at
     * the edge with an arrow.
     *
     * @param left where the label may begin at the earliest
     * @param right where the label must end
     */
    public void label(String label, long guessNanos, double middle, double left, double right) {
        boolean beyond = guessNanos > scale.range().endNanos();
        String shown = beyond ? label + " \u2192" : label;
        double width = textFitter.width(shown, LABEL_STYLE);
        double after = beyond ? right - width : scale.x(guessNanos) + GAP;
        double before = scale.x(guessNanos) - GAP - width;
        double begin = after + width <= right ? after : Math.max(left, before);
        surface.fill(begin - 2, middle - 7, width + 4, 14, theme.ground());
        double baseline = middle + LABEL_STYLE.baselineFromMiddle();
        surface.text(shown, begin, baseline, LABEL_STYLE, Surface.Align.LEFT, theme.guess());
    }
}
