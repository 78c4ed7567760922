package dev.overlap.ui;

import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a window began with, and what it hands on to the next one: every change is passed on at
 * once, to be kept.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class WindowStateHolder {

    private final Consumer<WindowState> keep;
    private WindowState state;

    /**
     * A memory that begins with a state.
     *
     * @param keep takes every new state; must not wait
     */
    public WindowStateHolder(WindowState begin, Consumer<WindowState> keep) {
        this.state = begin;
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
