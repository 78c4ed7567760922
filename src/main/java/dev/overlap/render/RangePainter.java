package dev.overlap.render;

/** Paints the range of time that is measured and looped: a tinted band between two edges. */
public final class RangePainter {

    private static final double GRIP_WIDTH = 5;
    private static final double GRIP_HEIGHT = 7; // below the labels of the axis
    private static final double BAR = 3;
    private static final double EDGE = 1.5;

    /** The opacities of the band, which a curve must shine through. */
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

    /** Marks the visible part of a range on the time axis, with a grip at either end. */
    public void onAxis(TimeRange range, VerticalSpan axis) {
        double left = left(range);
        double width = right(range) - left;
        if (width < 0) {
            return;
        }
        surface.fill(left, axis.bottom() - BAR, width, BAR, theme.accent());
        double top = axis.bottom() - GRIP_HEIGHT;
        if (scale.shows(range.beginNanos())) {
            surface.fill(left - GRIP_WIDTH, top, GRIP_WIDTH, GRIP_HEIGHT, theme.accent());
        }
        if (scale.shows(range.endNanos())) {
            surface.fill(left + width, top, GRIP_WIDTH, GRIP_HEIGHT, theme.accent());
        }
    }

    /** Paints the visible part of a range between two heights. */
    public void band(TimeRange range, double top, double bottom) {
        double left = left(range);
        double width = right(range) - left;
        if (width < 0) {
            return;
        }
        surface.fill(left, top, width, bottom - top, tint());
        if (scale.shows(range.beginNanos())) {
            surface.fill(left - EDGE, top, EDGE, bottom - top, theme.accent());
        }
        if (scale.shows(range.endNanos())) {
            surface.fill(left + width, top, EDGE, bottom - top, theme.accent());
        }
    }

    private double left(TimeRange range) {
        return Math.max(scale.left(), scale.edge(range.beginNanos()));
    }

    private double right(TimeRange range) {
        return Math.min(scale.right(), scale.edge(range.endNanos()));
    }

    private int tint() {
        int opacity = theme == Theme.DARK ? DARK_TINT : LIGHT_TINT;
        return (theme.accent() & 0xFFFFFF) | (opacity << 24);
    }
}
