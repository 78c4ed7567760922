package dev.overlap.render;

/**
 * What a picture is painted on.
 *
 * @param width in units of the layout
 * @param height in units of the layout
 * @param pixel the size of one pixel of the device, in units: 1, or less on sharper devices
 * @param theme its colours
 */
public record PaintTarget(double width, double height, double pixel, Theme theme) {

    /** Free space at the left and right edge of every picture, in units. */
    public static final double PAD = 12;
}
