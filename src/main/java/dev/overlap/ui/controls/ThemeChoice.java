package dev.overlap.ui.controls;

import javafx.application.ColorScheme;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/**
 * The theme: that of the system, also when it changes, until a person chooses one here.
 *
 * <p>Threads: the one on which the system's changes are told.
 */
public final class ThemeChoice {

    private final ObservableValue<ColorScheme> system;
    private final ReadOnlyObjectWrapper<WindowTheme> theme =
            new ReadOnlyObjectWrapper<>(this, "theme");

    /** Kept here, as the system's property lives longer than a window and must not keep it. */
    private final InvalidationListener follower = _ -> follow();

    private boolean isChosen;

    /**
     * Creates a choice.
     *
     * @param stored the name of the theme that was chosen at another time, or null
     * @param system what the system is set to
     */
    public ThemeChoice(@Nullable String stored, ObservableValue<ColorScheme> system) {
        this.system = system;
        isChosen = stored != null;
        theme.set(stored == null ? ofSystem() : WindowTheme.of(stored));
        system.addListener(new WeakInvalidationListener(follower));
    }

    /** The theme in which the window is to be drawn. */
    public ReadOnlyObjectProperty<WindowTheme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Takes the other theme, and keeps it from now on. */
    public void switchTheme() {
        isChosen = true;
        theme.set(theme.get().other());
    }

    private void follow() {
        WindowTheme now = ofSystem(); // asked for in any case, or the next change is not told
        if (!isChosen) {
            theme.set(now);
        }
    }

    private WindowTheme ofSystem() {
        return system.getValue() == ColorScheme.DARK ? WindowTheme.DARK : WindowTheme.LIGHT;
    }
}
