package dev.overlap.paint;

/**
 * Paints a trace: the same picture in the window, in a file and in a test. A pure function of its
 * arguments; what it remembers are only texts that it has already cut to a width.
 *
 * <p>Threads: one at a time. Cost: what is visible, whatever the run holds.
 */
public final class ChartPainter {

    private static final TextStyle EMPTY = new TextStyle(15, false);
    private static final String TO_GUESS =
            "How long will it take? Drag on the axis above to guess.";

    private final Labels labels;

    public ChartPainter(TextMetrics metrics) {
        this.labels = new Labels(metrics);
    }

    /** Where everything would stand. */
    public Layout layout(Frame frame, Sheet sheet) {
        return new Layout(frame, sheet, labels);
    }

    /**
     * The height at which every row of a frame is in sight.
     *
     * @param rowHeight of one row
     */
    public double heightFor(Frame frame, double width, double rowHeight) {
        Sheet sheet = new Sheet(width, 1_000, 1, Theme.LIGHT);
        int legendLines = Legend.lines(frame, layout(frame, sheet), labels);
        return Layout.heightFor(frame, rowHeight, legendLines);
    }

    /**
     * Paints a frame over a whole sheet.
     *
     * @return where everything stands now
     */
    public Layout paint(Surface surface, Frame frame, Sheet sheet) {
        Layout layout = layout(frame, sheet);
        Painting painting = new Painting(surface, sheet.theme(), labels, frame, layout);
        surface.fill(0, 0, sheet.width(), sheet.height(), sheet.theme().ground());
        RowPainter rows = new RowPainter(painting);
        rows.paintSelection();
        Axis.paint(painting);
        Legend.paint(painting);
        new MarkPainter(painting).paint();
        rows.paint();
        new CurvePainter(painting).paint();
        new LanePainter(painting).paintStrip();
        playhead(painting);
        return layout;
    }

    /**
     * Paints a sheet that has nothing to show but an axis to guess on and a sentence.
     *
     * @param blank as {@link Frame#blank} makes it
     * @return where everything stands now
     */
    public Layout paintEmpty(Surface surface, Frame blank, Sheet sheet, String sentence) {
        Layout layout = layout(blank, sheet);
        Painting painting = new Painting(surface, sheet.theme(), labels, blank, layout);
        surface.fill(0, 0, sheet.width(), sheet.height(), sheet.theme().ground());
        Axis.paint(painting);
        new MarkPainter(painting).paint();
        double middle = sheet.height() / 2;
        quietly(surface, sheet, sentence, EMPTY, middle);
        quietly(surface, sheet, TO_GUESS, TextStyle.SMALL, middle + 26);
        return layout;
    }

    /** On a piece of ground, so that no line crosses it. */
    private void quietly(
            Surface surface, Sheet sheet, String said, TextStyle style, double middle) {
        String words = labels.fit(said, style, sheet.width() - 2 * Layout.PAD);
        double width = labels.width(words, style) + 8;
        double left = (sheet.width() - width) / 2;
        surface.fill(left, middle - 11, width, 22, sheet.theme().ground());
        double baseline = middle + style.baselineFromMiddle();
        int ink = sheet.theme().quietText();
        surface.text(words, sheet.width() / 2, baseline, style, Surface.Align.CENTER, ink);
    }

    private static void playhead(Painting painting) {
        long at = painting.frame().horizonNanos();
        if (!painting.frame().isReplay() || !painting.scale().shows(at)) {
            return;
        }
        int ink = painting.theme().accent();
        double x = painting.scale().edge(at);
        double top = painting.layout().axis().bottom();
        Band words = painting.layout().captions(); // no line crosses them
        painting.surface().fill(x - 1, top, 2, words.top() - top, ink);
        painting.surface().fill(x - 1, words.bottom(), 2, painting.bottom() - words.bottom(), ink);
        double[] xs = {x - 5, x + 5, x};
        double[] ys = {top - 6, top - 6, top + 2};
        painting.surface().area(xs, ys, 3, ink);
    }
}
