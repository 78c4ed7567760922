package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.TimeRange;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {

    private static final TimeRange LEFT = new TimeRange(0, 10);
    private static final TimeRange RIGHT = new TimeRange(10, 20);

    private final ObjectProperty<@Nullable TimeRange> shown = new SimpleObjectProperty<>();
    private long now;
    private final ViewHistory viewHistory = new ViewHistory(shown, () -> now);

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
    void clearedHistoryHasNothingToUndo() {
        showAfter(1_000, LEFT);
        viewHistory.clear();
        viewHistory.undo();
        assertThat(shown.get()).isEqualTo(LEFT);
    }
}
