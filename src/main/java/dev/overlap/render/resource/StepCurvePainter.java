package dev.overlap.render.resource;

import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;

import java.util.Arrays;

/** Paints a step curve with at most two points per pixel. */
final class StepCurvePainter {

    private final RowContext context;
    private final StepCurve curve;
    private final VerticalSpan span;
    private final int top;
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int points;

    /**
     * Creates the painter of a curve.
     *
     * @param top the level at the upper edge of the strip, at least 1
     */
    StepCurvePainter(RowContext context, StepCurve curve, VerticalSpan span, int top) {
        this.context = context;
        this.curve = curve;
        this.span = span;
        this.top = top;
    }

    /** Paints the line and the area below it. */
    void paintArea(int line, int area) {
        if (trace()) {
            context.surface().area(xs, ys, points, area);
            context.surface().polyline(xs, ys, points, line);
        }
    }

    /** Paints the line. */
    void paintLine(int line) {
        if (trace()) {
            context.surface().polyline(xs, ys, points, line);
        }
    }

    /** Collects the points; false if there is nothing to see. */
    private boolean trace() {
        TimeScale scale = context.scale();
        long limit = Math.min(context.horizonNanos(), scale.range().endNanos());
        int step = curve.firstAfter(scale.range().beginNanos());
        int level = curve.at(scale.range().beginNanos());
        if (level == 0 && (step >= curve.size() || curve.nanos(step) > limit)) {
            return false;
        }
        add(scale.left(), 0);
        add(scale.left(), level);
        for (; step < curve.size() && curve.nanos(step) <= limit; step++) {
            step(scale.edge(curve.nanos(step)), level, curve.level(step));
            level = curve.level(step);
        }
        double end = Math.max(xs[points - 1], context.right());
        add(end, level);
        add(end, 0);
        return true;
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
        double height = span.height() - 1;
        return Math.round(span.bottom() - height * Math.min(level, top) / top) - 0.5;
    }
}
