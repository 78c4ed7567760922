package dev.overlap.persistence;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * How the window looked. Immutable.
 *
 * <p>The words for panes and themes are the window's own: what it does not know any more, it
 * ignores.
 *
 * @param bounds where the window stood while it was not maximised, or null if it never was shown
 * @param dividers the places of the dividers between panes, from 0 to 1, at most {@value
 *     #MAX_WORDS}; empty as long as nobody moved one
 * @param hidden the names of the panes that were hidden, at most {@value #MAX_WORDS}
 * @param theme the name of the theme, or null if none was chosen
 * @param page the name of the page that lay on top at the right, or null if none was ever turned to
 */
public record WindowPreferences(
        @Nullable WindowBounds bounds,
        boolean maximised,
        List<Double> dividers,
        Set<String> hidden,
        @Nullable String theme,
        @Nullable String page) {

    private static final int MAX_WORDS = 100;
    private static final int MAX_WORD_LENGTH = 100;

    /** As the window comes up for a new user. */
    public static final WindowPreferences DEFAULT =
            new WindowPreferences(null, false, List.of(), Set.of(), null, null);

    public WindowPreferences {
        dividers = List.copyOf(dividers);
        hidden = Set.copyOf(hidden);
        if (dividers.size() > MAX_WORDS
                || !dividers.stream().allMatch(WindowPreferences::isPlace)) {
            throw new IllegalArgumentException("Dividers stand between 0 and 1: " + dividers);
        }
        if (hidden.size() > MAX_WORDS || !hidden.stream().allMatch(WindowPreferences::isWord)) {
            throw new IllegalArgumentException("These are not names of panes: " + hidden);
        }
        if (theme != null && !isWord(theme)) {
            throw new IllegalArgumentException("This is not the name of a theme: " + theme);
        }
        if (page != null && !isWord(page)) {
            throw new IllegalArgumentException("This is not the name of a page: " + page);
        }
    }

    /**
     * The window at another place. Numbers that make no window change nothing: a stage that was not
     * shown yet stands at NaN.
     */
    public WindowPreferences placed(double x, double y, double width, double height) {
        return WindowBounds.isWindow(x, y, width, height)
                ? withBounds(new WindowBounds(x, y, width, height))
                : this;
    }

    /** The panes divided otherwise. Places that do not lie between 0 and 1 change nothing. */
    public WindowPreferences divided(double... places) {
        List<Double> all = DoubleStream.of(places).boxed().toList();
        return all.size() <= MAX_WORDS && all.stream().allMatch(WindowPreferences::isPlace)
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

    private static boolean isPlace(double place) {
        return place >= 0 && place <= 1;
    }

    private static boolean isWord(String name) {
        return !name.isBlank() && name.length() <= MAX_WORD_LENGTH;
    }
}
