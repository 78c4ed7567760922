package dev.overlap.testkit;

import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A surface that records what is drawn on it. */
public final class RecordingSurface implements Surface {

    /** Metrics in which every character is 0.6 of the font size wide. */
    public static final TextMetrics METRICS = (text, style) -> text.length() * style.size() * 0.6;

    private static final double HALF_A_LINE = 9;

    /** What was drawn. */
    public enum ShapeKind {
        FILL,
        OUTLINE,
        HATCH,
        DOTTED,
        DASHED
    }

    /** A rectangle, or a line as the rectangle around it. */
    public record Shape(ShapeKind kind, double x, double y, double width, double height, int argb) {
        public double right() {
            return x + width;
        }

        public double middle() {
            return y + height / 2;
        }
    }

    /** A text with the place of its left edge. */
    public record DrawnText(String text, double left, double right, double baseline, int argb) {}

    /** An area, or a line through points, as its corners. */
    public record Path(boolean filled, List<Point> points, int argb) {}

    /** A corner. */
    public record Point(double x, double y) {}

    private final List<Path> paths = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<DrawnText> words = new ArrayList<>();
    private int clips;

    public List<Shape> shapes(ShapeKind shapeKind) {
        return shapes.stream().filter(shape -> shape.kind == shapeKind).toList();
    }

    public List<Shape> fills(int argb) {
        return shapes(ShapeKind.FILL).stream().filter(shape -> shape.argb == argb).toList();
    }

    public List<Shape> shapes() {
        return shapes;
    }

    public List<DrawnText> words() {
        return words;
    }

    public List<String> texts() {
        return words.stream().map(DrawnText::text).toList();
    }

    /** The areas in a colour, filled. */
    public List<Path> areas(int argb) {
        return paths(true).stream().filter(path -> path.argb == argb).toList();
    }

    /** The lines through points. */
    public List<Path> polylines() {
        return paths(false);
    }

    private List<Path> paths(boolean filled) {
        return paths.stream().filter(path -> path.filled == filled).toList();
    }

    /** Every colour that was used. */
    public Set<Integer> colours() {
        return Stream.of(
                        shapes.stream().map(Shape::argb),
                        words.stream().map(DrawnText::argb),
                        paths.stream().map(Path::argb))
                .flatMap(all -> all)
                .collect(Collectors.toSet());
    }

    /** Returns the texts on a line at about a height, from left to right. */
    public List<String> textsBeside(double middle) {
        return words.stream()
                .filter(word -> Math.abs(word.baseline - middle) <= HALF_A_LINE)
                .sorted(Comparator.comparingDouble(DrawnText::left))
                .map(DrawnText::text)
                .toList();
    }

    /** Returns the only occurrence of a text. */
    public DrawnText word(String text) {
        List<DrawnText> found = words.stream().filter(word -> word.text.equals(text)).toList();
        if (found.size() != 1) {
            throw new AssertionError(text + " stands " + found.size() + " times in " + texts());
        }
        return found.getFirst();
    }

    public int areas() {
        return paths(true).size();
    }

    public int mostPoints() {
        return paths.stream().mapToInt(path -> path.points.size()).max().orElse(0);
    }

    public int openClips() {
        return clips;
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        shapes.add(new Shape(ShapeKind.FILL, x, y, width, height, argb));
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        shapes.add(new Shape(ShapeKind.OUTLINE, x, y, width, height, argb));
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        shapes.add(new Shape(ShapeKind.HATCH, x, y, width, height, argb));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        ShapeKind shapeKind =
                switch (stroke) {
                    case SOLID -> ShapeKind.FILL;
                    case DASHED -> ShapeKind.DASHED;
                    case DOTTED -> ShapeKind.DOTTED;
                };
        double height = Math.abs(y2 - y1);
        shapes.add(
                new Shape(
                        shapeKind,
                        Math.min(x1, x2),
                        Math.min(y1, y2),
                        Math.abs(x2 - x1),
                        height,
                        argb));
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        paths.add(new Path(true, points(x, y, count), argb));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        paths.add(new Path(false, points(x, y, count), argb));
    }

    private static List<Point> points(double[] x, double[] y, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Point(x[i], y[i])).toList();
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
        words.add(new DrawnText(text, left, left + width, baseline, argb));
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
