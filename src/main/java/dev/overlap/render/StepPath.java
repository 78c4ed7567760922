package dev.overlap.render;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The outline of a number that changes in steps, from left to right, with at most two points per
 * pixel: within one, the highest and the last level are kept. Used for one drawing.
 */
public final class StepPath {

    private final IntToDoubleFunction y;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int points;

    /**
     * Creates an outline without points.
     *
     * @param y the height of a level; smaller is higher
     */
    public StepPath(IntToDoubleFunction y) {
        this.y = y;
    }

    /** Begins at the left edge, with the level there. */
    public void begin(double x, int level) {
        add(x, y.applyAsDouble(0));
        add(x, y.applyAsDouble(level));
    }

    /** Steps to a level; nothing is added if it is the present one. */
    void step(double x, int level) {
        double to = y.applyAsDouble(level);
        if (ys[points - 1] == to) {
            return;
        }
        if (points >= 4 && xs[points - 1] == x && xs[points - 2] == x && xs[points - 3] == x) {
            ys[points - 2] = Math.min(ys[points - 2], to);
            ys[points - 1] = to;
            return;
        }
        if (xs[points - 1] != x) {
            add(x, ys[points - 1]);
        }
        add(x, to);
    }

    /** Ends at the right edge, or at the last step if that is further right. */
    public void end(double x) {
        double right = Math.max(xs[points - 1], x);
        add(right, ys[points - 1]);
        add(right, y.applyAsDouble(0));
    }

    private void add(double x, double height) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points++] = height;
    }

    public void paintArea(Surface surface, int argb) {
        surface.area(xs, ys, points, argb);
    }

    public void paintLine(Surface surface, int argb) {
        surface.polyline(xs, ys, points, argb);
    }
}
