package dev.overlap.persistence;

/**
 * The bounds of a window in screen coordinates, in logical pixels. There may be no screen at that
 * position any more.
 *
 * @param width 1 to {@value #MAX_COORDINATE}
 * @param height 1 to {@value #MAX_COORDINATE}
 */
public record WindowBounds(double x, double y, double width, double height) {

    /** The maximum coordinate that is accepted, in pixels. */
    static final double MAX_COORDINATE = 1_000_000;

    public WindowBounds {
        if (!isWindow(x, y, width, height)) {
            throw new IllegalArgumentException(
                    "Invalid bounds: " + x + ", " + y + ", " + width + " x " + height);
        }
    }

    /** Returns whether these bounds are valid; NaN is not, since comparisons with it are false. */
    static boolean isWindow(double x, double y, double width, double height) {
        return Math.abs(x) <= MAX_COORDINATE
                && Math.abs(y) <= MAX_COORDINATE
                && width >= 1
                && width <= MAX_COORDINATE
                && height >= 1
                && height <= MAX_COORDINATE;
    }
}
