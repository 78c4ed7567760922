package dev.overlap.persistence;

import java.util.Collection;

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

    /** About the height of a title bar, so that the one below can be seen and gripped. */
    private static final double STEP = 32;

    public WindowBounds {
        if (!isWindow(x, y, width, height)) {
            throw new IllegalArgumentException(
                    "Invalid bounds: " + x + ", " + y + ", " + width + " x " + height);
        }
    }

    /**
     * Returns these bounds, moved down and to the right as often as needed to begin at no other
     * window's corner.
     */
    WindowBounds besides(Collection<WindowBounds> others) {
        WindowBounds place = this;
        while (others.stream().anyMatch(place::beginsAt)
                && isWindow(place.x + STEP, place.y + STEP, width, height)) {
            place = new WindowBounds(place.x + STEP, place.y + STEP, width, height);
        }
        return place;
    }

    private boolean beginsAt(WindowBounds other) {
        return Math.abs(x - other.x) < STEP / 2 && Math.abs(y - other.y) < STEP / 2;
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
