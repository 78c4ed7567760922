package dev.overlap.render.resource;

import dev.overlap.render.Surface;

/** Paints arrows. */
public final class ArrowPainter {

    private static final double HEAD = 6;
    private static final double HALF_WIDTH = 3.5;
    private static final double HALF_LINE = 0.75;

    private ArrowPainter() {}

    /** Paints an arrow from one point to another. */
    public static void paint(
            Surface surface, double fromX, double fromY, double toX, double toY, int ink) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        if (length == 0) {
            return;
        }
        double alongX = (toX - fromX) / length;
        double alongY = (toY - fromY) / length;
        double neckX = toX - alongX * Math.min(HEAD, length);
        double neckY = toY - alongY * Math.min(HEAD, length);
        double acrossX = -alongY;
        double acrossY = alongX;
        double[] xs = {
            fromX + acrossX * HALF_LINE,
            neckX + acrossX * HALF_LINE,
            neckX + acrossX * HALF_WIDTH,
            toX,
            neckX - acrossX * HALF_WIDTH,
            neckX - acrossX * HALF_LINE,
            fromX - acrossX * HALF_LINE
        };
        double[] ys = {
            fromY + acrossY * HALF_LINE,
            neckY + acrossY * HALF_LINE,
            neckY + acrossY * HALF_WIDTH,
            toY,
            neckY - acrossY * HALF_WIDTH,
            neckY - acrossY * HALF_LINE,
            fromY - acrossY * HALF_LINE
        };
        surface.area(xs, ys, xs.length, ink);
    }
}
