package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.paint.Window;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final Window LEFT = new Window(0, 10);
    private static final Window RIGHT = new Window(10, 20);

    private final ObjectProperty<@Nullable Window> shown = new SimpleObjectProperty<>();
    private long now;
    private final Views views = new Views(shown, () -> now);

    private void showAfter(long millis, @Nullable Window window) {
        now += millis * 1_000_000;
        views.show(window);
    }

    @Test
    void viewsAreTakenBackOneAfterAnother() {
        showAfter(1_000, LEFT);
        showAfter(1_000, RIGHT);
        views.undo();
        assertThat(shown.get()).isEqualTo(LEFT);
        views.undo();
        assertThat(shown.get()).isNull();
        views.undo();
        assertThat(shown.get()).isNull();
        views.redo();
        views.redo();
        assertThat(shown.get()).isEqualTo(RIGHT);
    }

    @Test
    void stepsOfOneGestureAreTakenBackTogether() {
        showAfter(1_000, LEFT);
        showAfter(20, RIGHT);
        showAfter(20, LEFT);
        views.undo();
        assertThat(shown.get()).isNull();
    }

    @Test
    void newViewEndsWhatCouldBeShownAgain() {
        showAfter(1_000, LEFT);
        views.undo();
        showAfter(20, RIGHT);
        views.redo();
        assertThat(shown.get()).isEqualTo(RIGHT);
        views.undo();
        assertThat(shown.get()).isNull();
    }

    @Test
    void anotherTraceHasNoPast() {
        showAfter(1_000, LEFT);
        views.forget();
        views.undo();
        assertThat(shown.get()).isEqualTo(LEFT);
    }
}
