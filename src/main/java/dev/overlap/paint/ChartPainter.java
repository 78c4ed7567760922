package dev.overlap.paint;

/**
 * Paints a trace: the same picture in the window, in a file and in a test. A pure function of its
 * arguments; what it remembers are only texts that it has already cut to a width.
 *
 * <p>Threads: one at a time. Cost: what is visible, whatever the run holds.
 */
public final class ChartPainter {

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

    /** Paints a sheet that has nothing to show but a sentence. */
    public void paintEmpty(Surface surface, Sheet sheet, String sentence) {
        surface.fill(0, 0, sheet.width(), sheet.height(), sheet.theme().ground());
        TextStyle style = new TextStyle(15, false);
        surface.text(
                labels.fit(sentence, style, sheet.width() - 2 * Layout.PAD),
                sheet.width() / 2,
                sheet.height() / 2,
                style,
                Surface.Align.CENTER,
                sheet.theme().quietText());
    }

    private static void playhead(Painting painting) {
        long at = painting.frame().horizonNanos();
        if (!painting.frame().isReplay() || !painting.scale().shows(at)) {
            return;
        }
        int ink = painting.theme().accent();
        double x = painting.scale().edge(at);
        double top = painting.layout().axis().bottom();
        painting.surface().fill(x - 1, top, 2, painting.bottom() - top, ink);
        double[] xs = {x - 5, x + 5, x};
        double[] ys = {top - 6, top - 6, top + 2};
        painting.surface().area(xs, ys, 3, ink);
    }
}
