package dev.overlap.render;

/** Paints the range of time that is measured and looped: a tinted band between two edges. */
public final class RangePainter {

    private static final double GRIP_WIDTH = 5;
    private static final double GRIP_HEIGHT = 12;
    private static final double BAR = 3;
    private static final double EDGE = 1.5;

    /** The opacities of the band, which bars must shine through. */
    private static final int LIGHT_TINT = 0x18;

    private static final int DARK_TINT = 0x30;

    private final Surface surface;
    private final Theme theme;
    private final TimeScale scale;

    public RangePainter(Surface surface, Theme theme, TimeScale scale) {
        this.surface = surface;
        this.theme = theme;
        this.scale = scale;
    }

    /**
     * Paints the visible part of a range.
     *
     * @param axis the strip that the grips are in
     * @param bottom the lower end of the band
     */
    public void paint(TimeRange range, VerticalSpan axis, double bottom) {
        double left = Math.max(scale.left(), scale.edge(range.beginNanos()));
        double right = Math.min(scale.right(), scale.edge(range.endNanos()));
        if (right < left) {
            return;
        }
        surface.fill(left, axis.bottom(), right - left, bottom - axis.bottom(), tint());
        surface.fill(left, axis.bottom() - BAR, right - left, BAR, theme.accent());
        if (scale.shows(range.beginNanos())) {
            edge(left - EDGE, left - GRIP_WIDTH, axis, bottom);
        }
        if (scale.shows(range.endNanos())) {
            edge(right, right, axis, bottom);
        }
    }

    private int tint() {
        int opacity = theme == Theme.DARK ? DARK_TINT : LIGHT_TINT;
        return theme.accent() & 0xFFFFFF | opacity << 24;
    }

    private void edge(double x, double gripLeft, VerticalSpan axis, double bottom) {
        double top = axis.bottom() - GRIP_HEIGHT;
        surface.fill(x, top, EDGE, bottom - top, theme.accent());
        surface.fill(gripLeft, top, GRIP_WIDTH, GRIP_HEIGHT, theme.accent());
    }
}
