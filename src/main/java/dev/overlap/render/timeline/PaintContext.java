package dev.overlap.render.timeline;

import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.resource.ResourcePaintContext;

/** The shared context of the painters of one drawing. */
record PaintContext(
        Surface surface, Theme theme, TextFitter fitter, ChartFrame frame, ChartLayout layout) {

    TimeScale scale() {
        return layout.scale();
    }

    /** The lower edge of the plot. */
    double bottom() {
        return layout.curve().bottom() + layout.lanes().height();
    }

    /** The context of the rows of resources. */
    ResourcePaintContext row() {
        return new ResourcePaintContext(
                surface,
                theme,
                fitter,
                scale(),
                frame.resourceHorizonNanos(),
                frame.selectedTask());
    }

    /** Draws a line of text centred vertically on a position. */
    void text(String text, double x, double middle, TextStyle style, Surface.Align align, int ink) {
        surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
    }

    /** Draws a name in the gutter, shortened to its width. */
    void name(String text, double middle, TextStyle style, int ink) {
        double available = layout.statusRight() - ChartLayout.PAD;
        text(
                fitter.fit(text, style, available),
                ChartLayout.PAD,
                middle,
                style,
                Surface.Align.LEFT,
                ink);
    }
}
