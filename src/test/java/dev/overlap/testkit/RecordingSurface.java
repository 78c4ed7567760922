package dev.overlap.testkit;

import dev.overlap.paint.Surface;
import dev.overlap.paint.TextMetrics;
import dev.overlap.paint.TextStyle;

import java.util.ArrayList;
import java.util.List;

/** A surface that remembers what was drawn on it. */
public final class RecordingSurface implements Surface {

    /** Every letter is 0.6 of its size wide: a font whose widths can be reckoned in the head. */
    public static final TextMetrics METRICS = (text, style) -> text.length() * style.size() * 0.6;

    /** What was drawn. */
    public enum Kind {
        FILL,
        OUTLINE,
        HATCH,
        DOTTED,
        DASHED
    }

    /** A rectangle, or a line as the rectangle around it. */
    public record Shape(Kind kind, double x, double y, double width, double height, int argb) {
        public double right() {
            return x + width;
        }

        public double middle() {
            return y + height / 2;
        }
    }

    /** A text with the place of its left edge. */
    public record Words(String text, double left, double right, double baseline, int argb) {}

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();
    private int areas;
    private int mostPoints;
    private int clips;

    public List<Shape> shapes(Kind kind) {
        return shapes.stream().filter(shape -> shape.kind == kind).toList();
    }

    public List<Shape> fills(int argb) {
        return shapes(Kind.FILL).stream().filter(shape -> shape.argb == argb).toList();
    }

    public List<Shape> shapes() {
        return shapes;
    }

    public List<Words> words() {
        return words;
    }

    public List<String> texts() {
        return words.stream().map(Words::text).toList();
    }

    public int areas() {
        return areas;
    }

    public int mostPoints() {
        return mostPoints;
    }

    public int openClips() {
        return clips;
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        shapes.add(new Shape(Kind.FILL, x, y, width, height, argb));
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        shapes.add(new Shape(Kind.OUTLINE, x, y, width, height, argb));
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        shapes.add(new Shape(Kind.HATCH, x, y, width, height, argb));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        Kind kind =
                switch (stroke) {
                    case SOLID -> Kind.FILL;
                    case DASHED -> Kind.DASHED;
                    case DOTTED -> Kind.DOTTED;
                };
        double height = Math.abs(y2 - y1);
        shapes.add(
                new Shape(
                        kind, Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), height, argb));
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        areas++;
        mostPoints = Math.max(mostPoints, count);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        mostPoints = Math.max(mostPoints, count);
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        double width = METRICS.width(text, style);
        double left =
                switch (align) {
                    case LEFT -> x;
                    case CENTER -> x - width / 2;
                    case RIGHT -> x - width;
                };
        words.add(new Words(text, left, left + width, baseline, argb));
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        clips++;
    }

    @Override
    public void unclip() {
        clips--;
    }
}
