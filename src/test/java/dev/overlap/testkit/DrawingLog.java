package dev.overlap.testkit;

import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A surface that writes down what is drawn on it, a line per call in their order, with corners in
 * hundredths of a unit: what a reader of a written picture has to find in it again.
 */
public final class DrawingLog implements Surface {

    private final List<String> calls = new ArrayList<>();
    private final TextMetrics metrics;

    public DrawingLog(TextMetrics metrics) {
        this.metrics = metrics;
    }

    public List<String> calls() {
        return calls;
    }

    /** Writes down a shape with its corners. */
    public void add(String kind, int argb, double[] x, double[] y, int count) {
        String corners =
                IntStream.range(0, count)
                        .mapToObj(i -> hundredths(x[i]) + "," + hundredths(y[i]))
                        .collect(Collectors.joining(" "));
        calls.add(kind + " " + colour(argb) + " " + corners);
    }

    /** Writes down a text with what stands for its place. */
    public void addText(
            String text,
            double x,
            double baseline,
            double size,
            boolean bold,
            Align align,
            double width,
            int argb) {
        calls.add(
                "text %s %d,%d size %d bold %s %s width %d: %s"
                        .formatted(
                                colour(argb),
                                hundredths(x),
                                hundredths(baseline),
                                hundredths(size),
                                bold,
                                align,
                                hundredths(width),
                                text));
    }

    private static long hundredths(double length) {
        return Math.round(length * 100);
    }

    /** The opacity in hundredths. */
    private static String colour(int argb) {
        long opacity = Math.round((argb >>> 24) / 2.55);
        return String.format(Locale.ROOT, "#%06x %d%%", argb & 0xFFFFFF, opacity);
    }

    private void rectangle(String kind, double x, double y, double width, double height, int argb) {
        double[] xs = {x, x + width, x + width, x};
        double[] ys = {y, y, y + height, y + height};
        add(kind, argb, xs, ys, 4);
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        rectangle("area", x, y, width, height, argb);
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        double inner = Math.max(0, width - 1);
        rectangle("outline", x + 0.5, y + 0.5, inner, Math.max(0, height - 1), argb);
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        rectangle("hatch", x, y, width, height, argb);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        add("line " + stroke, argb, new double[] {x1, x2}, new double[] {y1, y2}, 2);
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        add("area", argb, x, y, count);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        add("polyline", argb, x, y, count);
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        double width = metrics.width(text, style);
        if (!text.isEmpty()) {
            addText(text, x, baseline, style.size(), style.bold(), align, width, argb);
        }
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        rectangle("clip", x, y, width, height, 0);
    }

    @Override
    public void unclip() {
        calls.add("unclip");
    }
}
