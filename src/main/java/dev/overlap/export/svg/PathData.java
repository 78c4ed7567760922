package dev.overlap.export.svg;

import static dev.overlap.export.svg.SvgWriter.hundredths;

/**
 * The data of a path. Points are rounded to hundredths before they are subtracted, so that
 * roundings do not add up.
 */
final class PathData {

    private final StringBuilder data = new StringBuilder();
    private long x;
    private long y;

    boolean isEmpty() {
        return data.isEmpty();
    }

    void moveTo(double toX, double toY) {
        x = Math.round(toX * 100);
        y = Math.round(toY * 100);
        data.append('M').append(hundredths(x)).append(separated(hundredths(y)));
    }

    void lineTo(double toX, double toY) {
        long nextX = Math.round(toX * 100);
        long nextY = Math.round(toY * 100);
        if (nextY == y) {
            data.append('h').append(hundredths(nextX - x));
        } else if (nextX == x) {
            data.append('v').append(hundredths(nextY - y));
        } else {
            data.append('l').append(hundredths(nextX - x));
            data.append(separated(hundredths(nextY - y)));
        }
        x = nextX;
        y = nextY;
    }

    void close() {
        data.append('z');
    }

    /** The edges are rounded, and not its size: rectangles that touch still do. */
    void rectangle(double left, double top, double width, double height) {
        moveTo(left, top);
        lineTo(left + width, top);
        lineTo(left + width, top + height);
        lineTo(left, top + height);
        close();
    }

    void polyline(double[] xs, double[] ys, int count) {
        moveTo(xs[0], ys[0]);
        for (int i = 1; i < count; i++) {
            lineTo(xs[i], ys[i]);
        }
    }

    /** A sign separates numbers by itself. */
    private static String separated(String number) {
        return number.startsWith("-") ? number : " " + number;
    }

    /** Returns the data and begins anew. */
    String take() {
        String taken = data.toString();
        data.setLength(0);
        return taken;
    }
}
