package dev.overlap.ui.presenter;

import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Where the presenter's window opens: where it was last, if that is on a screen; else on a screen
 * that the main window is not on; with one screen only, in its lower right corner.
 */
final class PresenterPlacement {

    static final double WIDTH_PX = 560;
    static final double HEIGHT_PX = 720;

    private static final double MARGIN_PX = 24;

    /** The part of the title bar that must be on a screen so that the window can be dragged. */
    private static final double GRIP_PX = 120;

    private PresenterPlacement() {}

    /**
     * Returns the bounds of the window.
     *
     * @param screens the visible bounds of all screens, the primary one first; at least one
     * @param main the bounds of the main window
     * @param last where it was, or null
     */
    static Rectangle2D place(
            List<Rectangle2D> screens, Rectangle2D main, @Nullable Rectangle2D last) {
        if (last != null && screens.stream().anyMatch(screen -> isReachable(screen, last))) {
            return last;
        }
        Rectangle2D own = screenOf(screens, main);
        return screens.stream()
                .filter(screen -> !screen.equals(own))
                .findFirst()
                .map(PresenterPlacement::centred)
                .orElseGet(() -> inCorner(own));
    }

    private static boolean isReachable(Rectangle2D screen, Rectangle2D window) {
        double left = Math.max(screen.getMinX(), window.getMinX());
        double right = Math.min(screen.getMaxX(), window.getMaxX());
        return right - left >= Math.min(GRIP_PX, window.getWidth())
                && window.getMinY() >= screen.getMinY()
                && window.getMinY() < screen.getMaxY() - MARGIN_PX;
    }

    /** Returns the screen that holds most of a window, or the first if none does. */
    private static Rectangle2D screenOf(List<Rectangle2D> screens, Rectangle2D window) {
        Rectangle2D best = screens.getFirst();
        for (Rectangle2D screen : screens) {
            if (common(screen, window) > common(best, window)) {
                best = screen;
            }
        }
        return best;
    }

    private static double common(Rectangle2D one, Rectangle2D other) {
        double width =
                Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height =
                Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private static Rectangle2D centred(Rectangle2D screen) {
        double width = Math.min(WIDTH_PX, screen.getWidth());
        double height = Math.min(HEIGHT_PX, screen.getHeight());
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }

    private static Rectangle2D inCorner(Rectangle2D screen) {
        double width = Math.min(WIDTH_PX, screen.getWidth());
        double height = Math.min(HEIGHT_PX, screen.getHeight() - MARGIN_PX);
        return new Rectangle2D(
                Math.max(screen.getMinX(), screen.getMaxX() - width - MARGIN_PX),
                Math.max(screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }

    /** Returns bounds as text, to be kept. */
    static String write(Rectangle2D bounds) {
        return DoubleStream.of(
                        bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight())
                .mapToObj(number -> Long.toString(Math.round(number)))
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #write} wrote; null for anything else. */
    static @Nullable Rectangle2D read(String text) {
        if (!text.matches("(-?\\d{1,6} ){2}[1-9]\\d{0,5} [1-9]\\d{0,5}")) {
            return null;
        }
        double[] numbers =
                Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        return new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
