package dev.overlap.chart;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.GuessMarks;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * What the mouse does on the time axis of a {@link Timeline}: it says how long people think that
 * the next run takes. The axis stands still while it is dragged on.
 */
final class GuessDrag {

    /** A guess that is dragged further to the left than this is taken away. */
    private static final double OFF = 6;

    private final Timeline timeline;
    private final TimelineSkin skin;
    private boolean dragging;

    GuessDrag(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
    }

    /** Whether the mouse is where a guess is made. */
    boolean isOn(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        double x = skin.paper().units(event.getX());
        double y = skin.paper().units(event.getY());
        return layout != null
                && layout.axis().contains(y)
                && x >= layout.plotLeft() - OFF
                && x <= layout.plotRight();
    }

    void pressed(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        if (layout != null && event.getButton() == MouseButton.PRIMARY && isOn(event)) {
            dragging = true;
            skin.hold(layout.shownWindow());
            put(layout, event);
        }
    }

    /** Whether this is about the guess, and so about nothing else. */
    boolean dragged(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        if (dragging && layout != null) {
            put(layout, event);
        }
        return dragging;
    }

    void released() {
        if (dragging) {
            dragging = false;
            skin.hold(null);
        }
    }

    /** Takes the guess away; false if there is none. */
    boolean forget() {
        boolean had = timeline.guessProperty().get() >= 0;
        timeline.guessProperty().set(GuessMarks.NO_GUESS);
        return had;
    }

    private void put(ChartLayout layout, MouseEvent event) {
        double x = skin.paper().units(event.getX());
        boolean off = x < layout.plotLeft() - OFF;
        long at = layout.nanosAt(Math.min(x, layout.plotRight()));
        long guess = GuessAxisRange.rounded(at, layout.shownWindow());
        timeline.guessProperty().set(off ? GuessMarks.NO_GUESS : guess);
    }
}
