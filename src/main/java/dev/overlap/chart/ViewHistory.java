package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.GuessMarks;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * An undo stack of what is done in a timeline by hand: visible time ranges and guesses. A gesture
 * consists of many small steps, so a change of the view within half a second extends the previous
 * one.
 *
 * <p>Guesses belong to a model: as soon as another one is set than by hand, those of before are
 * forgotten, so that none is put back to a model that it was not made for.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ViewHistory {

    private static final long SAME_GESTURE_NANOS = 500_000_000;
    private static final int MAX_STEPS = 100;

    /** One thing done, with the state before and after it. */
    private sealed interface Edit {

        record View(@Nullable TimeRange before, @Nullable TimeRange after) implements Edit {}

        record Guess(long before, long after) implements Edit {}
    }

    private final ObjectProperty<@Nullable TimeRange> window;
    private final LongProperty guess;
    private final LongSupplier clock;
    private final Deque<Edit> past = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private long changed;
    private boolean byHand;

    /** Creates an empty history of the visible range alone. */
    ViewHistory(ObjectProperty<@Nullable TimeRange> window, LongSupplier clock) {
        this(window, new SimpleLongProperty(GuessMarks.NO_GUESS), clock);
    }

    /**
     * Creates an empty history.
     *
     * @param window the visible range, null for everything
     * @param guess in nanoseconds, or negative for none
     * @param clock in nanoseconds, of any origin
     */
    ViewHistory(
            ObjectProperty<@Nullable TimeRange> window, LongProperty guess, LongSupplier clock) {
        this.window = window;
        this.guess = guess;
        this.clock = clock;
    }

    void show(@Nullable TimeRange next) {
        TimeRange now = window.get();
        if (Objects.equals(next, now)) {
            return;
        }
        long instant = clock.getAsLong();
        boolean extend =
                next != null // to see everything is a step of its own
                        && past.peek() instanceof Edit.View
                        && instant - changed <= SAME_GESTURE_NANOS;
        TimeRange before = extend && past.pop() instanceof Edit.View last ? last.before : now;
        push(new Edit.View(before, next));
        changed = instant;
        window.set(next);
    }

    /** Sets a guess during a drag, which {@link #guessMoved} then ends. */
    void moveGuess(long next) {
        byHand = true;
        guess.set(next);
        byHand = false;
    }

    /** Ends a drag that began at a guess. */
    void guessMoved(long before) {
        if (guess.get() != before) {
            push(new Edit.Guess(before, guess.get()));
        }
    }

    /** Forgets the guesses, if the guess was not set by hand here. */
    void guessChanged() {
        if (!byHand) {
            past.removeIf(Edit.Guess.class::isInstance);
            undone.removeIf(Edit.Guess.class::isInstance);
        }
    }

    private void push(Edit edit) {
        past.push(edit);
        if (past.size() > MAX_STEPS) {
            past.removeLast();
        }
        undone.clear();
    }

    /** Whether there is anything to take back. */
    boolean hasPast() {
        return !past.isEmpty();
    }

    /** Whether there is anything that {@link #undo} took back. */
    boolean hasUndone() {
        return !undone.isEmpty();
    }

    /** Takes the last thing back, if any. */
    void undo() {
        if (!past.isEmpty()) {
            Edit edit = past.pop();
            undone.push(edit);
            switch (edit) {
                case Edit.View(var before, var _) -> window.set(before);
                case Edit.Guess(long before, long _) -> moveGuess(before);
            }
            endGesture();
        }
    }

    /** Does again what {@link #undo} took back. */
    void redo() {
        if (!undone.isEmpty()) {
            Edit edit = undone.pop();
            past.push(edit);
            switch (edit) {
                case Edit.View(var _, var after) -> window.set(after);
                case Edit.Guess(long _, long after) -> moveGuess(after);
            }
            endGesture();
        }
    }

    private void endGesture() {
        changed = clock.getAsLong() - SAME_GESTURE_NANOS - 1; // the next change is a new step
    }

    /** Forgets the views, of another trace. */
    void clearViews() {
        past.removeIf(Edit.View.class::isInstance);
        undone.removeIf(Edit.View.class::isInstance);
    }
}
