package dev.overlap.ui.replay;

import dev.overlap.render.TimeRange;
import dev.overlap.text.ReplayText;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The playhead slider over the looped range: a coloured band with a draggable tab at either end.
 * The tabs lie below the slider's track, so that both can be dragged even at the same position.
 */
final class ReplaySlider extends Region {

    private static final double TAB_WIDTH = 11;
    private static final double TAB_HEIGHT = 8;

    /** An arrow key moves by a hundredth of the run. */
    private static final double STEP = 0.01;

    private final Replay replay;
    private final Slider playhead = new Slider(0, 1, 1);
    private final Region band = new Region();
    private final Region from = tab("replay-from");
    private final Region to = tab("replay-to");
    private boolean updating;

    ReplaySlider(Replay replay) {
        this.replay = replay;
        getStyleClass().add("replay-slider");
        playhead.setId("replay");
        playhead.setAccessibleText(ReplayText.SLIDER_ACCESSIBLE);
        playhead.setBlockIncrement(STEP);
        playhead.setMinWidth(0);
        playhead.valueProperty().subscribe(this::moved);
        band.setId("replay-range");
        band.getStyleClass().add("replay-range");
        band.setMouseTransparent(true);
        onDrag(from, nanos -> resize(range -> replay.setRange(nanos, range.endNanos())));
        onDrag(to, nanos -> resize(range -> replay.setRange(range.beginNanos(), nanos)));
        getChildren().setAll(band, playhead, from, to);
        follow(replay.playheadProperty());
        follow(replay.lengthProperty());
        replay.rangeProperty().subscribe(this::showRange);
    }

    private static Region tab(String id) {
        Region tab = new Region();
        tab.setId(id);
        tab.getStyleClass().add("replay-tab");
        return tab;
    }

    private void follow(ObservableValue<Number> instant) {
        instant.subscribe(this::showPlayhead);
    }

    private void moved(Number share) {
        if (!updating) {
            replay.seek((long) (share.doubleValue() * replay.lengthProperty().get()));
        }
    }

    private void showPlayhead() {
        long length = replay.lengthProperty().get();
        updating = true; // a programmatic change, not a seek by the user
        playhead.setValue(replay.isOn() ? share(replay.playheadProperty().get()) : 1);
        updating = false;
        playhead.setDisable(length == 0);
    }

    private double share(long nanos) {
        long length = replay.lengthProperty().get();
        return length == 0 ? 1 : (double) nanos / length;
    }

    private void showRange(@Nullable TimeRange range) {
        for (Region part : new Region[] {band, from, to}) {
            part.setVisible(range != null);
        }
        requestLayout();
    }

    private void onDrag(Region tab, LongConsumer moved) {
        tab.addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                event -> {
                    moved.accept(nanosAt(sceneToLocal(event.getSceneX(), 0).getX()));
                    event.consume();
                });
    }

    private void resize(Consumer<TimeRange> change) {
        TimeRange range = replay.rangeProperty().get();
        if (range != null) {
            change.accept(range);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return playhead.prefHeight(width) + 2 * TAB_HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computePrefWidth(double height) {
        return playhead.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double height = playhead.prefHeight(getWidth());
        playhead.resizeRelocate(0, (getHeight() - height) / 2, getWidth(), height);
        TimeRange range = replay.rangeProperty().get();
        if (range != null) {
            layoutRange(xOf(range.beginNanos()), xOf(range.endNanos()));
        }
    }

    private void layoutRange(double left, double right) {
        double tabTop = getHeight() - TAB_HEIGHT;
        band.resizeRelocate(left, 1, Math.max(2, right - left), getHeight() - 1);
        from.resizeRelocate(left - TAB_WIDTH, tabTop, TAB_WIDTH, TAB_HEIGHT);
        to.resizeRelocate(Math.max(left + 2, right), tabTop, TAB_WIDTH, TAB_HEIGHT);
    }

    /** The position of the thumb's centre at an instant. */
    private double xOf(long nanos) {
        double thumb = thumbWidth();
        return snapPositionX(thumb / 2 + share(nanos) * (getWidth() - thumb));
    }

    private long nanosAt(double x) {
        double thumb = thumbWidth();
        double share = (x - thumb / 2) / Math.max(1, getWidth() - thumb);
        return (long) (Math.clamp(share, 0, 1) * replay.lengthProperty().get());
    }

    private double thumbWidth() {
        Node thumb = playhead.lookup(".thumb");
        return thumb == null ? 0 : thumb.prefWidth(-1);
    }
}
