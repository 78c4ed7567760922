package dev.overlap.chart;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.GuessMarks;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Sets the user's guess by dragging on the time axis of a {@link Timeline}. The axis does not
 * rescale during a drag.
 */
final class GuessDrag {

    /** A guess dragged further left of the axis than this is removed. */
    private static final double REMOVAL_DISTANCE = 6;

    private final Timeline timeline;
    private final TimelineSkin skin;
    private boolean dragging;

    GuessDrag(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
    }

    /** Whether the mouse is over the area where guesses are set. */
    boolean isOn(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        double x = skin.scaledCanvas().units(event.getX());
        double y = skin.scaledCanvas().units(event.getY());
        return layout != null
                && layout.axis().contains(y)
                && x >= layout.plotLeft() - REMOVAL_DISTANCE
                && x <= layout.plotRight();
    }

    void pressed(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        if (layout != null && event.getButton() == MouseButton.PRIMARY && isOn(event)) {
            dragging = true;
            skin.hold(layout.shownWindow());
            setGuess(layout, event);
        }
    }

    /** Returns whether the event belongs to a guess drag, and to nothing else. */
    boolean dragged(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        if (dragging && layout != null) {
            setGuess(layout, event);
        }
        return dragging;
    }

    void released() {
        if (dragging) {
            dragging = false;
            skin.hold(null);
        }
    }

    /** Removes the guess; returns false if there is none. */
    boolean remove() {
        boolean had = timeline.guessProperty().get() >= 0;
        timeline.guessProperty().set(GuessMarks.NO_GUESS);
        return had;
    }

    private void setGuess(ChartLayout layout, MouseEvent event) {
        double x = skin.scaledCanvas().units(event.getX());
        boolean removed = x < layout.plotLeft() - REMOVAL_DISTANCE;
        long at = layout.nanosAt(Math.min(x, layout.plotRight()));
        long guess = GuessAxisRange.rounded(at, layout.shownWindow());
        timeline.guessProperty().set(removed ? GuessMarks.NO_GUESS : guess);
    }
}
