package dev.overlap.ui;

import dev.overlap.state.Looks;
import dev.overlap.state.State;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a window began with, and what it hands on to the next one: every change is passed on at
 * once, to be kept.
 *
 * <p>Threads: JavaFX thread only.
 */
final class Memory {

    private final Consumer<State> keep;
    private State state;

    /**
     * A memory that begins with a state.
     *
     * @param keep takes every new state; must not wait
     */
    Memory(State begin, Consumer<State> keep) {
        this.state = begin;
        this.keep = keep;
    }

    State state() {
        return state;
    }

    void change(UnaryOperator<State> change) {
        State changed = change.apply(state);
        if (!changed.equals(state)) {
            state = changed;
            keep.accept(changed);
        }
    }

    void changeLooks(UnaryOperator<Looks> change) {
        change(before -> before.withLooks(change.apply(before.looks())));
    }
}
