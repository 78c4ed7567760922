package dev.overlap.export.html;

import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A surface that keeps what is drawn as a list for {@code play} in {@code assets/html/surface.js}.
 * Clips are left out: nothing that is drawn whole needs one.
 */
final class DisplayList implements Surface {

    /** Two decimals are finer than any pixel. */
    private static final double PRECISION = 100;

    /**
     * What was drawn at once.
     *
     * @param left the x it refers to: of a text its anchor
     * @param width of a text 0
     */
    record DrawOperation(double left, double width, double top, int argb, List<Object> list) {}

    private final List<DrawOperation> operations = new ArrayList<>();
    private final List<TextStyle> styles = new ArrayList<>();
    private final TextMetrics metrics;

    /**
     * Creates an empty list.
     *
     * @param metrics by which the drawing is laid out
     */
    DisplayList(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Records a drawing in both themes.
     *
     * @param metrics by which the drawing is laid out
     * @param wanted whether a operation is kept
     * @throws IllegalStateException if the themes differ in more than colours
     */
    static Map<String, Object> record(
            TextMetrics metrics,
            BiConsumer<Surface, Theme> painting,
            Predicate<DrawOperation> wanted) {
        DisplayList light = new DisplayList(metrics);
        DisplayList dark = new DisplayList(metrics);
        painting.accept(light, Theme.LIGHT);
        painting.accept(dark, Theme.DARK);
        if (light.operations.size() != dark.operations.size()) {
            throw new IllegalStateException("themes differ in more than colours");
        }
        List<List<Long>> colours = new ArrayList<>();
        List<List<Object>> list = new ArrayList<>();
        for (int i = 0; i < light.operations.size(); i++) {
            DrawOperation operation = light.operations.get(i);
            if (wanted.test(operation)) {
                list.add(light.coloured(operation, dark.operations.get(i), colours));
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("colours", colours);
        object.put("styles", light.styles.stream().map(DisplayList::style).toList());
        object.put("list", list);
        return object;
    }

    private static Map<String, Object> style(TextStyle style) {
        return Map.of("size", style.size(), "bold", style.bold());
    }

    private List<Object> coloured(
            DrawOperation light, DrawOperation dark, List<List<Long>> colours) {
        List<Long> pair =
                List.of(Integer.toUnsignedLong(light.argb), Integer.toUnsignedLong(dark.argb));
        if (!colours.contains(pair)) {
            colours.add(pair);
        }
        List<Object> list = new ArrayList<>(light.list);
        list.add(1, colours.indexOf(pair));
        return list;
    }

    private void add(double left, double width, double top, int argb, Object... list) {
        List<Object> rounded =
                Arrays.stream(list)
                        .map(it -> it instanceof Double number ? (Object) rounded(number) : it)
                        .toList();
        operations.add(new DrawOperation(left, width, top, argb, rounded));
    }

    /** Returns whole numbers as such, so that they are written short. */
    private static Number rounded(double number) {
        double rounded = Math.round(number * PRECISION) / PRECISION;
        if (rounded == Math.rint(rounded)) {
            return (long) rounded;
        }
        return rounded;
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        add(x, width, y, argb, "f", x, y, width, height);
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        add(x, width, y, argb, "o", x, y, width, height);
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        add(x, width, y, argb, "h", x, y, width, height);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        add(
                Math.min(x1, x2),
                Math.abs(x2 - x1),
                Math.min(y1, y2),
                argb,
                "l",
                x1,
                y1,
                x2,
                y2,
                stroke.name());
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        path("a", x, y, count, argb);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        path("p", x, y, count, argb);
    }

    private void path(String kind, double[] x, double[] y, int count, int argb) {
        List<Object> list = new ArrayList<>(List.of(kind));
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            list.add(x[i]);
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
        }
        for (int i = 0; i < count; i++) {
            list.add(y[i]);
            top = Math.min(top, y[i]);
        }
        add(left, right - left, top, argb, list.toArray());
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        if (!styles.contains(style)) {
            styles.add(style);
        }
        String side = align.name().toLowerCase(Locale.ROOT);
        double width = Math.ceil(metrics.width(text, style));
        add(x, 0, baseline, argb, "t", text, x, baseline, styles.indexOf(style), side, width);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // see the description of the class
    }

    @Override
    public void unclip() {
        // see the description of the class
    }
}
