package dev.overlap.persistence;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * The appearance of the window. Immutable.
 *
 * <p>The names of panes, themes and pages are defined by the window, which ignores unknown ones.
 *
 * @param bounds the bounds of the window when not maximised, or null if it was never shown
 * @param dividers the positions of the dividers between panes, from 0 to 1, at most {@value
 *     #MAX_NAMES}; empty if none was moved
 * @param hidden the names of the hidden panes, at most {@value #MAX_NAMES}
 * @param theme the name of the theme, or null for the default
 * @param page the name of the selected page on the right, or null for the default
 */
public record WindowPreferences(
        @Nullable WindowBounds bounds,
        boolean maximised,
        List<Double> dividers,
        Set<String> hidden,
        @Nullable String theme,
        @Nullable String page) {

    private static final int MAX_NAMES = 100;
    private static final int MAX_NAME_LENGTH = 100;

    /** The preferences of a new user. */
    public static final WindowPreferences DEFAULT =
            new WindowPreferences(null, false, List.of(), Set.of(), null, null);

    public WindowPreferences {
        dividers = List.copyOf(dividers);
        hidden = Set.copyOf(hidden);
        if (dividers.size() > MAX_NAMES
                || !dividers.stream().allMatch(WindowPreferences::isPosition)) {
            throw new IllegalArgumentException("Dividers stand between 0 and 1: " + dividers);
        }
        if (hidden.size() > MAX_NAMES || !hidden.stream().allMatch(WindowPreferences::isName)) {
            throw new IllegalArgumentException("These are not names of panes: " + hidden);
        }
        if (theme != null && !isName(theme)) {
            throw new IllegalArgumentException("This is not the name of a theme: " + theme);
        }
        if (page != null && !isName(page)) {
            throw new IllegalArgumentException("This is not the name of a page: " + page);
        }
    }

    /**
     * Returns a copy with other bounds, or this if they are invalid: the position of a stage that
     * was not shown yet is NaN.
     */
    public WindowPreferences placed(double x, double y, double width, double height) {
        return WindowBounds.isWindow(x, y, width, height)
                ? withBounds(new WindowBounds(x, y, width, height))
                : this;
    }

    /** Returns a copy with other dividers, or this if one is not between 0 and 1. */
    public WindowPreferences divided(double... places) {
        List<Double> all = DoubleStream.of(places).boxed().toList();
        return all.size() <= MAX_NAMES && all.stream().allMatch(WindowPreferences::isPosition)
                ? withDividers(all)
                : this;
    }

    WindowPreferences withBounds(WindowBounds bounds) {
        return new WindowPreferences(bounds, maximised, dividers, hidden, theme, page);
    }

    public WindowPreferences withMaximised(boolean maximised) {
        return new WindowPreferences(bounds, maximised, dividers, hidden, theme, page);
    }

    WindowPreferences withDividers(List<Double> dividers) {
        return new WindowPreferences(bounds, maximised, dividers, hidden, theme, page);
    }

    public WindowPreferences withHidden(Set<String> hidden) {
        return new WindowPreferences(bounds, maximised, dividers, hidden, theme, page);
    }

    public WindowPreferences withTheme(String theme) {
        return new WindowPreferences(bounds, maximised, dividers, hidden, theme, page);
    }

    public WindowPreferences withPage(String page) {
        return new WindowPreferences(bounds, maximised, dividers, hidden, theme, page);
    }

    private static boolean isPosition(double place) {
        return place >= 0 && place <= 1;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= MAX_NAME_LENGTH;
    }
}
