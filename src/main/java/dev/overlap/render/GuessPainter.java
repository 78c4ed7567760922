package dev.overlap.render;

/** The mark of a guess: a dashed line with a handle to drag it by. */
public final class GuessPainter {

    static final TextStyle WORDS = new TextStyle(11.5, true);

    private static final double HANDLE = 5;
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

    /** Draws the line between two heights, with its handle at the upper one. */
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
            double x = scale.edge(guessNanos) + scale.pixel() / 2;
            double[] xs = {x - HANDLE, x + HANDLE, x};
            double[] ys = {top - HANDLE, top - HANDLE, top + 3};
            surface.area(xs, ys, xs.length, theme.guess());
        }
    }

    /**
     * Draws the words on a piece of ground beside the line, where there is room; for a guess beyond
     * what is shown they point to it from the edge.
     *
     * @param left they must not begin before it
     * @param right and not end behind it
     */
    public void words(String words, long guessNanos, double middle, double left, double right) {
        boolean beyond = guessNanos > scale.range().endNanos();
        String said = beyond ? words + " \u2192" : words;
        double width = textFitter.width(said, WORDS);
        double at = beyond ? right - width : scale.x(guessNanos) + GAP;
        double before = scale.x(guessNanos) - GAP - width;
        double begin = at + width <= right ? at : Math.max(left, before);
        surface.fill(begin - 2, middle - 7, width + 4, 14, theme.ground());
        double baseline = middle + WORDS.baselineFromMiddle();
        surface.text(said, begin, baseline, WORDS, Surface.Align.LEFT, theme.guess());
    }
}
