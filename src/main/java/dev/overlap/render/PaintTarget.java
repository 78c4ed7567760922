package dev.overlap.render;

/**
 * The area and theme of a drawing.
 *
 * @param width in units of the layout
 * @param height in units of the layout
 * @param pixel the size of one device pixel, in units: 1, or less on high-resolution displays
 * @param theme the colours
 */
public record PaintTarget(double width, double height, double pixel, Theme theme) {

    /** The margin at the left and right edge of every drawing, in units. */
    public static final double PAD = 12;
}
