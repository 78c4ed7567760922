package dev.overlap.chart;

import dev.overlap.render.timeline.ChartLayout;

import javafx.geometry.Point2D;

/** Finds points of a {@link Timeline} for the mouse. JavaFX thread only. */
public final class TimelinePoints {

    private TimelinePoints() {}

    /** Returns the point of the screen at a share of the time axis, 0 at its left end. */
    public static Point2D onAxis(Timeline timeline, double share) {
        timeline.pulse();
        TimelineSkin skin = (TimelineSkin) timeline.getSkin();
        ChartLayout layout = skin.axisLayout();
        double x = layout.plotLeft() + share * (layout.plotRight() - layout.plotLeft());
        return timeline.localToScreen(
                skin.scaledCanvas().pixels(x), skin.scaledCanvas().pixels(layout.axis().middle()));
    }
}
