package dev.overlap.render.timeline;

import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.PictureText;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import java.util.Arrays;
import java.util.Locale;

/**
 * Paints the number of tasks in flight over time, a step curve with at most two points per pixel.
 */
final class ConcurrencyCurvePainter {

    private static final double TOP = 12;
    private static final double BOTTOM = 12;

    private final PaintContext context;
    private final VerticalSpan verticalSpan;
    private final int peak;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int points;

    ConcurrencyCurvePainter(PaintContext context) {
        this.context = context;
        this.verticalSpan = context.layout().curve();
        this.peak = context.frame().metrics().inFlight().peak();
    }

    void paint() {
        if (verticalSpan.height() == 0) {
            return;
        }
        words();
        if (peak > 0) {
            curve();
        }
    }

    private void words() {
        Theme theme = context.theme();
        context.surface().fill(0, verticalSpan.top(), context.layout().width(), 1, theme.grid());
        context.name("In flight", verticalSpan.top() + 20, TextStyle.STRONG, theme.text());
        double mean = context.frame().metrics().soFar().meanInFlight();
        String numbers = String.format(Locale.ROOT, PictureText.PEAK_AND_MEAN, peak, mean);
        context.name(numbers, verticalSpan.top() + 38, TextStyle.SMALL, theme.quietText());
    }

    private void curve() {
        TimeScale scale = context.scale();
        ConcurrencyCurve levels = context.frame().metrics().inFlight();
        long horizon = context.frame().horizonNanos();
        long limit = Math.min(horizon, scale.range().endNanos());
        int level = levels.at(scale.range().beginNanos());
        add(scale.left(), 0);
        add(scale.left(), level);
        for (int step = firstStep(levels, scale); step < levels.nanos().length; step++) {
            if (levels.nanos()[step] > limit) {
                break;
            }
            step(scale.edge(levels.nanos()[step]), level, levels.level()[step]);
            level = levels.level()[step];
        }
        double end = Math.max(xs[points - 1], Math.min(scale.right(), scale.edge(limit)));
        add(end, level);
        add(end, 0);
        context.surface().area(xs, ys, points, context.theme().accentArea());
        context.surface().polyline(xs, ys, points, context.theme().accent());
    }

    private static int firstStep(ConcurrencyCurve levels, TimeScale scale) {
        int found = Arrays.binarySearch(levels.nanos(), scale.range().beginNanos());
        return found >= 0 ? found : -found - 1;
    }

    /** Steps to a new level; within one pixel the highest and the last level are kept. */
    private void step(double x, int from, int to) {
        if (points >= 4 && xs[points - 1] == x && xs[points - 2] == x && xs[points - 3] == x) {
            ys[points - 2] = Math.min(ys[points - 2], y(to));
            ys[points - 1] = y(to);
            return;
        }
        if (xs[points - 1] != x) {
            add(x, from);
        }
        add(x, to);
    }

    private void add(double x, int level) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points++] = y(level);
    }

    private double y(int level) {
        double height = verticalSpan.height() - TOP - BOTTOM;
        return Math.round(verticalSpan.bottom() - BOTTOM - height * level / peak) + 0.5;
    }
}
