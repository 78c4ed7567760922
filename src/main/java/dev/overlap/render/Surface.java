package dev.overlap.render;

/**
 * The drawing primitives that painters use: implemented by a canvas, an image, and a recorder in
 * tests.
 *
 * <p>Lengths are in units of the layout, which a surface may magnify; x grows to the right, y
 * downwards. Colours are ARGB. There is no state between calls except the clip. Threads: as the
 * surface says; a painter calls it from one thread.
 */
public interface Surface {

    /** The style of a line. */
    enum Stroke {
        SOLID,
        DASHED,
        DOTTED
    }

    /** Which point of a text its x coordinate refers to. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Fills a rectangle. */
    void fill(double x, double y, double width, double height, int argb);

    /** Draws a border one unit thick, inside a rectangle. */
    void outline(double x, double y, double width, double height, int argb);

    /**
     * Fills a rectangle with diagonal lines, leaving the space between them unchanged. The lines of
     * adjacent rectangles join.
     */
    void hatch(double x, double y, double width, double height, int argb);

    /** Draws a straight line one unit thick. */
    void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb);

    /** Fills a polygon whose corners are the first {@code count} of the arrays. */
    void area(double[] x, double[] y, int count, int argb);

    /** Draws a line 1.25 units thick through the first {@code count} points of the arrays. */
    void polyline(double[] x, double[] y, int count, int argb);

    /** Draws one line of text. */
    void text(String text, double x, double baseline, TextStyle style, Align align, int argb);

    /** Restricts all following calls to a rectangle, until {@link #unclip}. */
    void clip(double x, double y, double width, double height);

    /** Removes the last restriction. */
    void unclip();
}
