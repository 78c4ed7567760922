package dev.overlap.render.comparison;

import dev.overlap.render.Surface;
import dev.overlap.render.Theme;

/** Paints the curves of a sweep: the measured medians, and the ideal without losses. */
final class SweepCurves {

    private static final int SEGMENTS = 96;
    private static final double DOT = 4;
    private static final double CAP = 5;

    private final Surface surface;
    private final Theme theme;
    private final SweepFrame shown;
    private final SweepLayout layout;

    SweepCurves(Surface surface, Theme theme, SweepFrame shown, SweepLayout layout) {
        this.surface = surface;
        this.theme = theme;
        this.shown = shown;
        this.layout = layout;
    }

    /** Paints the line through the medians. */
    void measured() {
        double[] xs = new double[shown.points().size()];
        double[] ys = new double[xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            if (shown.points().get(i).isMeasured()) {
                xs[count] = layout.xOf(i);
                ys[count++] = layout.yOf((double) shown.points().get(i).medianNanos());
            }
        }
        if (count > 1) {
            surface.polyline(xs, ys, count, theme.accent());
        }
    }

    /** Paints one median, with whiskers from the shortest run to the longest. */
    void point(int index) {
        SweepFrame.Point point = shown.points().get(index);
        double x = layout.xOf(index);
        double low = layout.yOf((double) point.minNanos());
        double high = layout.yOf((double) point.maxNanos());
        if (low - high > 1) {
            surface.fill(x - 1, high, 2, low - high, theme.spread());
            surface.fill(x - CAP, high - 0.5, 2 * CAP, 1, theme.spread());
            surface.fill(x - CAP, low - 0.5, 2 * CAP, 1, theme.spread());
        }
        dot(x, layout.yOf((double) point.medianNanos()));
    }

    /** Paints a point whose time grows: a line from the axis, without a dot. */
    void growing(int index) {
        double x = layout.xOf(index);
        double y = layout.yOf(shown.points().get(index).liveNanos());
        double bottom = layout.plot().bottom();
        surface.fill(x - 1, y, 2, bottom - y, theme.spread());
        surface.fill(x - CAP, y - 1, 2 * CAP, 2, theme.accent());
    }

    private void dot(double x, double y) {
        double[] xs = {x - DOT, x, x + DOT, x};
        double[] ys = {y, y - DOT, y, y + DOT};
        surface.area(xs, ys, xs.length, theme.accent());
    }

    /**
     * Paints the ideal curve, dashed by omitting every other segment: a surface dashes only
     * straight lines, restarting the pattern with each.
     */
    void ideal() {
        double first = Math.log(shown.points().getFirst().workers());
        double last = Math.log(shown.points().getLast().workers());
        for (int segment = 0; segment < SEGMENTS; segment += 2) {
            double from = Math.exp(first + (last - first) * segment / SEGMENTS);
            double to = Math.exp(first + (last - first) * (segment + 1) / SEGMENTS);
            double y = layout.yOf(shown.ideal(from));
            if (y >= layout.plot().top()) {
                surface.line(
                        layout.xOfWorkers(from),
                        y,
                        layout.xOfWorkers(to),
                        layout.yOf(shown.ideal(to)),
                        Surface.Stroke.SOLID,
                        theme.oneByOne());
            }
        }
    }
}
