package dev.overlap.chart;

import dev.overlap.render.TimeRange;

import javafx.beans.property.ObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The stretches of time that were shown, so that a view can be taken back. A gesture comes in many
 * small steps, so what follows within half a second belongs to the step before.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ViewHistory {

    private static final long SAME_GESTURE_NANOS = 500_000_000;
    private static final int MAX_STEPS = 100;

    private final ObjectProperty<@Nullable TimeRange> window;
    private final LongSupplier clock;
    private final Deque<Optional<TimeRange>> past = new ArrayDeque<>();
    private final Deque<Optional<TimeRange>> undone = new ArrayDeque<>();
    private long changed;

    /**
     * The past of a view.
     *
     * @param window what is shown, null for all
     * @param clock in nanoseconds, of any origin
     */
    ViewHistory(ObjectProperty<@Nullable TimeRange> window, LongSupplier clock) {
        this.window = window;
        this.clock = clock;
    }

    void show(@Nullable TimeRange next) {
        TimeRange now = window.get();
        if (Objects.equals(next, now)) {
            return;
        }
        long instant = clock.getAsLong();
        if (past.isEmpty() || instant - changed > SAME_GESTURE_NANOS) {
            past.push(Optional.ofNullable(now));
            if (past.size() > MAX_STEPS) {
                past.removeLast();
            }
        }
        changed = instant;
        undone.clear();
        window.set(next);
    }

    /** Shows what was shown before, if anything was. */
    void undo() {
        step(past, undone);
    }

    /** Shows once more what {@link #undo} took away. */
    void redo() {
        step(undone, past);
    }

    private void step(Deque<Optional<TimeRange>> from, Deque<Optional<TimeRange>> to) {
        if (!from.isEmpty()) {
            to.push(Optional.ofNullable(window.get()));
            window.set(from.pop().orElse(null));
            changed = clock.getAsLong() - SAME_GESTURE_NANOS - 1; // what comes next is a new step
        }
    }

    /** Another trace is shown: its past is empty. */
    void forget() {
        past.clear();
        undone.clear();
    }
}
