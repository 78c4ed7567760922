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
 * An undo stack of visible time ranges. A gesture consists of many small steps, so a change within
 * half a second extends the previous one.
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
     * Creates an empty history.
     *
     * @param window the visible range, null for everything
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

    /** Restores the previous range, if any. */
    void undo() {
        step(past, undone);
    }

    /** Whether there is a previous range. */
    boolean hasPast() {
        return !past.isEmpty();
    }

    /** Whether there is a range that {@link #undo} removed. */
    boolean hasUndone() {
        return !undone.isEmpty();
    }

    /** Reapplies the range that {@link #undo} removed. */
    void redo() {
        step(undone, past);
    }

    private void step(Deque<Optional<TimeRange>> from, Deque<Optional<TimeRange>> to) {
        if (!from.isEmpty()) {
            to.push(Optional.ofNullable(window.get()));
            window.set(from.pop().orElse(null));
            changed = clock.getAsLong() - SAME_GESTURE_NANOS - 1; // the next change is a new step
        }
    }

    /** Clears the history, for a new trace. */
    void clear() {
        past.clear();
        undone.clear();
    }
}
