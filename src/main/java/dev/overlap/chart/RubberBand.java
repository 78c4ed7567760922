package dev.overlap.chart;

import dev.overlap.render.TimeAxisLayout;
import dev.overlap.render.TimeRange;
import dev.overlap.render.VerticalSpan;

import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** The rectangle over the range of time that a drag with Ctrl spans, until it is released. */
final class RubberBand extends Region {

    /** A shorter drag is a click. */
    private static final double MIN_PIXELS = 4;

    private final ScaledCanvas canvas;
    private double pressX;

    RubberBand(ScaledCanvas canvas) {
        this.canvas = canvas;
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        getStyleClass().add("rubber-band");
    }

    /** Remembers where the mouse was pressed, in units of the drawing. */
    void press(double x) {
        pressX = x;
    }

    /** Shows what is spanned between the press and the mouse. */
    void drag(TimeAxisLayout layout, VerticalSpan rows, double x) {
        double from = Math.max(layout.plotLeft(), Math.min(pressX, x));
        double to = Math.min(layout.plotRight(), Math.max(pressX, x));
        setVisible(true);
        resizeRelocate(
                canvas.pixels(from),
                canvas.pixels(rows.top()),
                canvas.pixels(Math.max(0, to - from)),
                canvas.pixels(rows.height()));
    }

    /** Hides the band, and returns what it spanned; null if there was nothing to speak of. */
    @Nullable TimeRange release(@Nullable TimeAxisLayout layout) {
        boolean spanned = isVisible() && getWidth() > MIN_PIXELS;
        setVisible(false);
        if (layout == null || !spanned) {
            return null;
        }
        double from = canvas.units(getLayoutX());
        double to = from + canvas.units(getWidth());
        return new TimeRange(layout.nanosAt(from), layout.nanosAt(to));
    }
}
