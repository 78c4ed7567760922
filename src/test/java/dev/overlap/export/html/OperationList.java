package dev.overlap.export.html;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** A surface that writes what is drawn, a line each, as {@code DisplayList} of the page does. */
final class OperationList implements Surface {

    private final List<String> lines = new ArrayList<>();

    /** Returns the lines of the display list of the page. */
    static List<String> of(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(
                        operation -> {
                            List<Object> values = new ArrayList<>();
                            for (JsonNode value : operation) {
                                values.add(
                                        value.isNumber()
                                                ? (Object) value.asDouble()
                                                : value.asString());
                            }
                            return line(values.toArray());
                        })
                .toList();
    }

    List<String> lines() {
        return lines;
    }

    private static String line(Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(
                    value instanceof Double number
                            ? String.format(Locale.ROOT, "%.2f ", number + 0.0)
                            : value + " ");
        }
        return line.toString().replace("-0.00 ", "0.00 ");
    }

    private void add(Object... values) {
        lines.add(line(values));
    }

    private static double unsigned(int argb) {
        return Integer.toUnsignedLong(argb);
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        add("fill", x, y, width, height, unsigned(argb));
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        add("outline", x, y, width, height, unsigned(argb));
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        add("hatch", x, y, width, height, unsigned(argb));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        add("line", x1, y1, x2, y2, stroke.name(), unsigned(argb));
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        path("area", x, y, count, argb);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        path("polyline", x, y, count, argb);
    }

    private void path(String kind, double[] x, double[] y, int count, int argb) {
        List<Object> values = new ArrayList<>(List.of(kind));
        for (int i = 0; i < count; i++) {
            values.add(x[i]);
        }
        for (int i = 0; i < count; i++) {
            values.add(y[i]);
        }
        values.add(unsigned(argb));
        add(values.toArray());
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        String side = align.name().toLowerCase(Locale.ROOT);
        add("text", text, x, baseline, style.size(), style.bold(), side, unsigned(argb));
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        add("clip", x, y, width, height);
    }

    /** A clip in which nothing is drawn is none. */
    @Override
    public void unclip() {
        if (lines.getLast().startsWith("clip")) {
            lines.removeLast();
        } else {
            add("unclip");
        }
    }
}
