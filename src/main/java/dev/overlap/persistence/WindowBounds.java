package dev.overlap.persistence;

/**
 * Where a window stood, in the coordinates of the screens; all in logical pixels. Whether there
 * still is a screen at that place is not known here.
 *
 * @param width 1 to {@value #FARTHEST}
 * @param height 1 to {@value #FARTHEST}
 */
public record WindowBounds(double x, double y, double width, double height) {

    /** No desk has screens that reach farther, in pixels. */
    static final double FARTHEST = 1_000_000;

    public WindowBounds {
        if (!isWindow(x, y, width, height)) {
            throw new IllegalArgumentException(
                    "No window stands at " + x + ", " + y + " and is " + width + " x " + height);
        }
    }

    /** Comparisons with NaN are false: they fail here as they should. */
    static boolean isWindow(double x, double y, double width, double height) {
        return Math.abs(x) <= FARTHEST
                && Math.abs(y) <= FARTHEST
                && width >= 1
                && width <= FARTHEST
                && height >= 1
                && height <= FARTHEST;
    }
}
