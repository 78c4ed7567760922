package dev.overlap.export.svg;

import static dev.overlap.export.svg.SvgWriter.number;
import static dev.overlap.export.svg.SvgWriter.paint;

import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A surface that writes SVG as it is drawn on. Shapes of one look that follow one another are one
 * path, unless they are translucent: where those overlap, each of them counts.
 *
 * <p>Names of patterns and clips tell what they are, so that equal ones may meet in a page that has
 * several pictures. Threads: one at a time.
 */
final class SvgSurface implements Surface {

    private static final String DASHES = " stroke-width=\"1.2\" stroke-dasharray=\"5 4\"";
    private static final String DOTS = " stroke-width=\"1.5\" stroke-dasharray=\"1.5 4\"";

    private final SvgWriter out;
    private final TextMetrics metrics;
    private final PathData path = new PathData();
    private final Set<String> defined = new HashSet<>();
    private String look = "";

    /**
     * @param metrics the widths of the bundled font, to which other fonts are fitted
     */
    SvgSurface(SvgWriter out, TextMetrics metrics) {
        this.out = out;
        this.metrics = metrics;
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        begin(paint("fill", argb), argb);
        path.rectangle(x, y, width, height);
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        begin(" fill=\"none\"" + paint("stroke", argb), argb);
        double right = Math.max(0, width - 1);
        path.rectangle(x + 0.5, y + 0.5, right, Math.max(0, height - 1));
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        String id = String.format(Locale.ROOT, "overlap-hatch-%08x", argb);
        if (!defined.contains(id)) {
            finish();
            defined.add(id);
            out.raw("<pattern id=\"" + id + "\" width=\"6\" height=\"6\"");
            out.raw(" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\"");
            out.raw(" stroke-width=\"1.1\"" + paint("stroke", argb) + "/></pattern>\n");
        }
        begin(" fill=\"url(#" + id + ")\"", argb);
        path.rectangle(x, y, width, height);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        String broken =
                switch (stroke) {
                    case SOLID -> " stroke-linecap=\"square\"";
                    case DASHED -> DASHES;
                    case DOTTED -> DOTS;
                };
        begin(" fill=\"none\"" + paint("stroke", argb) + broken, argb);
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        finish(); // of areas that overlap in one path, a part could become a hole
        look = paint("fill", argb);
        path.polyline(x, y, count);
        path.close();
        finish();
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        String square = " stroke-linecap=\"square\" stroke-width=\"1.25\"";
        begin(" fill=\"none\"" + paint("stroke", argb) + square, argb);
        path.polyline(x, y, count);
    }

    /** The length of the text is given, so that another font fills the same space. */
    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        finish();
        if (text.isEmpty()) {
            return;
        }
        String anchor =
                switch (align) {
                    case LEFT -> "";
                    case CENTER -> " text-anchor=\"middle\"";
                    case RIGHT -> " text-anchor=\"end\"";
                };
        String weight = style.bold() ? " font-weight=\"600\"" : "";
        out.raw("<text x=\"" + number(x) + "\" y=\"" + number(baseline));
        out.raw("\" font-size=\"" + number(style.size()) + "\"" + weight + anchor);
        out.raw(" textLength=\"" + number(metrics.width(text, style)) + "\"");
        out.raw(paint("fill", argb) + ">");
        out.escaped(text);
        out.raw("</text>\n");
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        finish();
        String place = number(x) + "," + number(y) + "," + number(width) + "," + number(height);
        String id = "overlap-clip-" + place.replace(',', '_');
        if (defined.add(id)) {
            String[] sides = place.split(",", -1);
            out.raw("<clipPath id=\"" + id + "\"><rect x=\"" + sides[0] + "\" y=\"" + sides[1]);
            out.raw("\" width=\"" + sides[2] + "\" height=\"" + sides[3] + "\"/></clipPath>\n");
        }
        out.raw("<g clip-path=\"url(#" + id + ")\">\n");
    }

    @Override
    public void unclip() {
        finish();
        out.raw("</g>\n");
    }

    /** Continues the path, if it has this look and may be continued, or begins another. */
    private void begin(String attributes, int argb) {
        boolean opaque = argb >>> 24 == 0xFF;
        if (!opaque || !attributes.equals(look)) {
            finish();
        }
        look = attributes;
    }

    /** Writes the path that has been begun, if any. */
    void finish() {
        if (!path.isEmpty()) {
            out.raw("<path" + look + " d=\"" + path.take() + "\"/>\n");
        }
    }
}
