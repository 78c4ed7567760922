package dev.overlap.render.timeline;

import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;

/** One picture in the making: what the painters of its parts share. */
record PaintContext(
        Surface surface, Theme theme, TextFitter fitter, ChartFrame frame, ChartLayout layout) {

    TimeScale scale() {
        return layout.scale();
    }

    /** The lower edge of the plot. */
    double bottom() {
        return layout.curve().bottom() + layout.lanes().height();
    }

    /** Draws a line of text whose middle is at a height. */
    void text(String text, double x, double middle, TextStyle style, Surface.Align align, int ink) {
        surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
    }

    /** Draws a name in the gutter, cut to its column. */
    void name(String text, double middle, TextStyle style, int ink) {
        double room = layout.statusRight() - ChartLayout.PAD;
        text(
                fitter.fit(text, style, room),
                ChartLayout.PAD,
                middle,
                style,
                Surface.Align.LEFT,
                ink);
    }
}
