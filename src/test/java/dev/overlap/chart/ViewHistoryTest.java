package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.TimeRange;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {

    private static final TimeRange LEFT = new TimeRange(0, 10);
    private static final TimeRange RIGHT = new TimeRange(10, 20);

    private final ObjectProperty<@Nullable TimeRange> shown = new SimpleObjectProperty<>();
    private long now;
    private final LongProperty guess = new SimpleLongProperty(-1);
    private final ViewHistory viewHistory = new ViewHistory(shown, guess, () -> now);

    @BeforeEach
    void watch() {
        guess.subscribe((_, _) -> viewHistory.guessChanged());
    }

    private void showAfter(long millis, @Nullable TimeRange range) {
        now += millis * 1_000_000;
        viewHistory.show(range);
    }

    @Test
    void viewsAreUndoneOneByOne() {
        showAfter(1_000, LEFT);
        showAfter(1_000, RIGHT);
        viewHistory.undo();
        assertThat(shown.get()).isEqualTo(LEFT);
        viewHistory.undo();
        assertThat(shown.get()).isNull();
        viewHistory.undo();
        assertThat(shown.get()).isNull();
        viewHistory.redo();
        viewHistory.redo();
        assertThat(shown.get()).isEqualTo(RIGHT);
    }

    @Test
    void stepsOfOneGestureAreUndoneTogether() {
        showAfter(1_000, LEFT);
        showAfter(20, RIGHT);
        showAfter(20, LEFT);
        viewHistory.undo();
        assertThat(shown.get()).isNull();
    }

    @Test
    void newViewClearsTheRedoSteps() {
        showAfter(1_000, LEFT);
        viewHistory.undo();
        showAfter(20, RIGHT);
        viewHistory.redo();
        assertThat(shown.get()).isEqualTo(RIGHT);
        viewHistory.undo();
        assertThat(shown.get()).isNull();
    }

    @Test
    void viewsOfAnotherTraceAreForgottenButNotTheGuess() {
        drag(1, 2, 3);
        showAfter(1_000, LEFT);
        viewHistory.clearViews();
        viewHistory.undo();
        assertThat(shown.get()).isEqualTo(LEFT);
        assertThat(guess.get()).isEqualTo(-1);
    }

    @Test
    void dragOfAGuessIsOneStepAmongTheViews() {
        showAfter(1_000, LEFT);
        drag(1, 2, 3);
        showAfter(20, RIGHT);
        drag(4, -1);
        viewHistory.undo();
        assertThat(guess.get()).isEqualTo(3);
        viewHistory.undo();
        assertThat(shown.get()).as("a drag between them ends a gesture").isEqualTo(LEFT);
        viewHistory.undo();
        assertThat(guess.get()).isEqualTo(-1);
        viewHistory.redo();
        assertThat(guess.get()).isEqualTo(3);
        viewHistory.undo();
        viewHistory.undo();
        assertThat(shown.get()).isNull();
    }

    @Test
    void dragThatEndsWhereItBeganIsNoStep() {
        drag(5);
        drag(7, 5);
        viewHistory.undo();
        assertThat(guess.get()).isEqualTo(-1);
    }

    @Test
    void guessOfAnotherModelIsNotReplacedByAnUndo() {
        showAfter(1_000, LEFT);
        drag(1);
        guess.set(9);
        viewHistory.undo();
        assertThat(guess.get()).isEqualTo(9);
        assertThat(shown.get()).isNull();
    }

    private void drag(long... guesses) {
        long before = guess.get();
        for (long next : guesses) {
            viewHistory.moveGuess(next);
        }
        viewHistory.guessMoved(before);
    }
}
