package dev.overlap.chart;

import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.trace.Trace;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

import java.util.function.LongConsumer;

/**
 * Asks for the instant that is pressed or dragged to on the time axis of a finished run; on that of
 * a live one, which has no other instant to show, it does nothing.
 */
final class ScrubDrag implements TimelineDrag {

    /** How far outside the axis its ends can still be pressed. */
    private static final double MARGIN = 6;

    private final Timeline timeline;
    private final TimelineSkin skin;

    ScrubDrag(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
    }

    @Override
    public boolean beginsAt(MouseEvent event) {
        ChartLayout layout = skin.layout();
        Point2D at = skin.at(event);
        return layout != null
                && layout.axis().contains(at.getY())
                && at.getX() >= layout.plotLeft() - MARGIN
                && at.getX() <= layout.plotRight() + MARGIN;
    }

    @Override
    public Cursor cursor() {
        return isOver() ? Cursor.H_RESIZE : Cursor.DEFAULT;
    }

    private boolean isOver() {
        Trace trace = timeline.traceProperty().get();
        return trace != null && trace.isFinished();
    }

    @Override
    public void begin(MouseEvent event) {
        move(event);
    }

    @Override
    public void move(MouseEvent event) {
        LongConsumer seek = timeline.onSeekProperty().get();
        if (seek != null && isOver()) {
            seek.accept(skin.nanosAt(event));
        }
    }
}
