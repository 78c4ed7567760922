package dev.overlap.report.slide;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;

/** A part of another surface, with an origin of its own. */
record OffsetSurface(Surface whole, double left, double top) implements Surface {

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        whole.fill(left + x, top + y, width, height, argb);
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        whole.outline(left + x, top + y, width, height, argb);
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        whole.hatch(left + x, top + y, width, height, argb);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        whole.line(left + x1, top + y1, left + x2, top + y2, stroke, argb);
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        whole.area(moved(x, count, left), moved(y, count, top), count, argb);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        whole.polyline(moved(x, count, left), moved(y, count, top), count, argb);
    }

    private static double[] moved(double[] values, int count, double by) {
        double[] moved = new double[count];
        for (int i = 0; i < count; i++) {
            moved[i] = values[i] + by;
        }
        return moved;
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        whole.text(text, left + x, top + baseline, style, align, argb);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        whole.clip(left + x, top + y, width, height);
    }

    @Override
    public void unclip() {
        whole.unclip();
    }
}
