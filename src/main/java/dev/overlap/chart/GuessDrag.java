package dev.overlap.chart;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.text.ChartText;

import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Sets the user's guess by dragging its handle on the time axis of a {@link Timeline}. Without a
 * guess, or with one out of view, the handle is at the right end of the axis. A click alone changes
 * nothing. The axis does not rescale during a drag.
 */
final class GuessDrag implements TimelineDrag {

    /** How far from the handle it can be pressed. */
    private static final double GRIP = 8;

    /** A guess dragged further left of the axis than this is removed. */
    private static final double REMOVAL_DISTANCE = 6;

    private static final Duration TIP_DELAY = Duration.millis(300);

    private final Timeline timeline;
    private final TimelineSkin skin;
    private final Tooltip tip = new Tooltip(ChartText.GUESS_HANDLE);
    private long before = GuessMarks.NO_GUESS;
    private boolean tipInstalled;

    GuessDrag(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
        tip.setShowDelay(TIP_DELAY);
    }

    /** Near the handle, unless the playhead, which is dragged on the same axis, is nearer. */
    @Override
    public boolean beginsAt(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        Point2D at = skin.at(event);
        if (layout == null || !layout.axis().contains(at.getY())) {
            return false;
        }
        double distance = Math.abs(at.getX() - handleX(layout));
        long playhead = timeline.playheadProperty().get();
        return distance <= GRIP
                && (playhead == Timeline.FOLLOW
                        || distance < Math.abs(at.getX() - layout.xOf(playhead)));
    }

    private double handleX(ChartLayout layout) {
        long guess = timeline.guessProperty().get();
        boolean visible = guess >= 0 && layout.shownWindow().includes(guess);
        return visible ? layout.xOf(guess) : layout.plotRight();
    }

    @Override
    public void begin(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        before = timeline.guessProperty().get();
        skin.hold(layout == null ? null : layout.shownWindow());
    }

    @Override
    public void move(MouseEvent event) {
        ChartLayout layout = skin.axisLayout();
        if (layout != null) {
            skin.views().moveGuess(guessAt(layout, skin.at(event).getX()));
        }
    }

    private static long guessAt(ChartLayout layout, double x) {
        if (x < layout.plotLeft() - REMOVAL_DISTANCE) {
            return GuessMarks.NO_GUESS;
        }
        long at = layout.nanosAt(Math.min(x, layout.plotRight()));
        return GuessAxisRange.rounded(at, layout.shownWindow());
    }

    @Override
    public void end() {
        skin.hold(null);
        skin.views().guessMoved(before);
    }

    /** Removes the guess; returns false if there is none. */
    boolean remove() {
        long guess = timeline.guessProperty().get();
        skin.views().moveGuess(GuessMarks.NO_GUESS);
        skin.views().guessMoved(guess);
        return guess >= 0;
    }

    /** Explains the handle while the mouse is over it. */
    void hover(boolean over) {
        if (over != tipInstalled) {
            tipInstalled = over;
            if (over) {
                Tooltip.install(timeline, tip);
            } else {
                Tooltip.uninstall(timeline, tip);
            }
        }
    }
}
