package dev.overlap.ui;

import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Holds the state of a window and reports every change at once, to be saved.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class WindowStateHolder {

    private final Consumer<WindowState> keep;
    private WindowState state;

    /**
     * Creates a holder with an initial state.
     *
     * @param keep receives every new state; must not block
     */
    public WindowStateHolder(WindowState initial, Consumer<WindowState> keep) {
        this.state = initial;
        this.keep = keep;
    }

    WindowState state() {
        return state;
    }

    void change(UnaryOperator<WindowState> change) {
        WindowState changed = change.apply(state);
        if (!changed.equals(state)) {
            state = changed;
            keep.accept(changed);
        }
    }

    void changeLooks(UnaryOperator<WindowPreferences> change) {
        change(before -> before.withLooks(change.apply(before.preferences())));
    }
}
