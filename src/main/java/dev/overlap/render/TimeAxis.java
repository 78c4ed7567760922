package dev.overlap.render;

/**
 * A time axis: labels in a strip, and lines through the plot below it.
 *
 * @param strip the strip of the labels
 * @param bottom the lower end of the lines
 * @param from the left limit of the labels
 * @param to the right limit of the labels
 */
public record TimeAxis(
        Surface surface,
        Theme theme,
        TextFitter fitter,
        TimeScale scale,
        VerticalSpan strip,
        double bottom,
        double from,
        double to) {

    private static final double MIN_TICK_DISTANCE = 88;
    private static final double LABEL_GAP = 8;

    public void paint() {
        Ticks ticks = Ticks.of(scale.range(), MIN_TICK_DISTANCE / scale.unitsPerNano());
        long end = scale.range().endNanos();
        long half = ticks.stepNanos() / 2;
        for (long at = ticks.first(scale.range().beginNanos()) - half; at <= end; at += half * 2) {
            line(at, theme.faintGrid());
            line(at + half, theme.grid());
        }
        double free = from;
        for (long at = ticks.first(scale.range().beginNanos()); at <= end; at += half * 2) {
            free = label(ticks.label(at), scale.x(at), free);
        }
    }

    private void line(long at, int ink) {
        if (scale.shows(at)) {
            double top = strip.bottom();
            surface.fill(scale.edge(at), top, scale.pixel(), bottom - top, ink);
        }
    }

    /**
     * Draws a label centred on its tick, unless it would touch the previous one or an edge.
     *
     * @return where the next label may begin
     */
    private double label(String text, double x, double free) {
        double half = fitter.width(text, TextStyle.SMALL) / 2;
        if (x - half < free || x + half > to) {
            return free;
        }
        double baseline = strip.middle() + 1 + TextStyle.SMALL.baselineFromMiddle();
        int ink = theme.quietText();
        surface.text(text, x, baseline, TextStyle.SMALL, Surface.Align.CENTER, ink);
        return x + half + LABEL_GAP;
    }
}
