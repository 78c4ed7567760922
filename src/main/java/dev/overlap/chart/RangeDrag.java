package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.trace.Trace;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/**
 * Sets the range of a {@link Timeline}: a drag with Shift spans a new one, a drag of an edge moves
 * that edge. The range stays within the run.
 */
final class RangeDrag implements TimelineDrag {

    /** How far from an edge it can be pressed. */
    private static final double GRIP = 4;

    /** A shorter drag with Shift is a click. */
    private static final double MIN_LENGTH = 4;

    private final Timeline timeline;
    private final TimelineSkin skin;
    private long fixedNanos;
    private double pressX;
    private boolean spans;

    RangeDrag(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
    }

    @Override
    public boolean beginsAt(MouseEvent event) {
        ChartLayout layout = skin.layout();
        Point2D at = skin.at(event);
        return layout != null
                && at.getY() >= layout.axis().top()
                && at.getX() >= layout.plotLeft() - GRIP
                && at.getX() <= layout.plotRight() + GRIP
                && (event.isShiftDown() || isOnEdge(layout, at.getX()));
    }

    private boolean isOnEdge(ChartLayout layout, double x) {
        TimeRange range = timeline.rangeProperty().get();
        return range != null
                && (isNear(layout, range.beginNanos(), x) || isNear(layout, range.endNanos(), x));
    }

    private static boolean isNear(ChartLayout layout, long nanos, double x) {
        return Math.abs(layout.xOf(nanos) - x) <= GRIP;
    }

    @Override
    public void begin(MouseEvent event) {
        ChartLayout layout = skin.layout();
        TimeRange range = timeline.rangeProperty().get();
        pressX = skin.at(event).getX();
        spans = range == null || layout == null || !isOnEdge(layout, pressX);
        fixedNanos = spans ? skin.nanosAt(event) : otherEdge(range, skin.nanosAt(event));
    }

    private static long otherEdge(TimeRange range, long pressedNanos) {
        boolean nearBegin = pressedNanos - range.beginNanos() < range.endNanos() - pressedNanos;
        return nearBegin ? range.endNanos() : range.beginNanos();
    }

    @Override
    public void move(MouseEvent event) {
        if (spans && Math.abs(skin.at(event).getX() - pressX) < MIN_LENGTH) {
            return;
        }
        long moved = skin.nanosAt(event);
        long begin = Math.max(0, Math.min(fixedNanos, moved));
        long end = Math.min(limit(), Math.max(fixedNanos, moved));
        if (begin < end) {
            timeline.rangeProperty().set(new TimeRange(begin, end));
        }
    }

    private long limit() {
        Trace trace = timeline.traceProperty().get();
        if (trace == null) {
            return 0;
        }
        return trace.isFinished() ? trace.wallNanos() : trace.horizonNanos();
    }
}
