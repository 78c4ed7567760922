package dev.overlap.render.comparison;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.Ticks;
import dev.overlap.render.TimeRange;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;

/** Paints the axes of a sweep: wall time upwards, and the numbers of workers from left to right. */
final class SweepAxes {

    /** The middle of the line above the plot with the title of the vertical axis. */
    static final double TITLE_MIDDLE = 16;

    private static final double MIN_TICK_DISTANCE = 44;
    private static final long NANOS_PER_PERCENT = 10_000_000;
    private static final Surface.Align CENTER = Surface.Align.CENTER;

    private final Surface surface;
    private final Theme theme;
    private final SweepFrame shown;
    private final SweepLayout layout;

    SweepAxes(Surface surface, Theme theme, SweepFrame shown, SweepLayout layout) {
        this.surface = surface;
        this.theme = theme;
        this.shown = shown;
        this.layout = layout;
    }

    void paint() {
        Ticks ticks = ticks();
        for (long at = 0; at <= layout.maxNanos(); at += ticks.stepNanos()) {
            double y = Math.round(layout.yOf((double) at));
            surface.fill(layout.left(), y, layout.right() - layout.left(), 1, theme.grid());
            text(label(ticks, at), layout.left() - 8, y, Surface.Align.RIGHT);
        }
        double below = layout.plot().bottom();
        for (int i = 0; i < shown.points().size(); i++) {
            double x = Math.round(layout.xOf(i));
            surface.fill(x, below, 1, 5, theme.quietText());
            text(NumberFormats.count(shown.points().get(i).workers()), x, below + 16, CENTER);
        }
        double middle = (layout.left() + layout.right()) / 2;
        text(shown.limits() ? PictureText.AT_MOST_AT_ONCE : "workers", middle, below + 38, CENTER);
        text("wall time", PaintTarget.PAD, TITLE_MIDDLE, Surface.Align.LEFT);
    }

    /** The unit of the axis is a second; of a time that is not known, it is the whole. */
    private String label(Ticks ticks, long at) {
        return shown.isOfShares() ? at / NANOS_PER_PERCENT + " %" : ticks.label(at);
    }

    private Ticks ticks() {
        TimeRange time = new TimeRange(0, (long) layout.maxNanos());
        return Ticks.of(time, MIN_TICK_DISTANCE * time.lengthNanos() / layout.plot().height());
    }

    private void text(String words, double x, double middle, Surface.Align align) {
        double baseline = middle + TextStyle.SMALL.baselineFromMiddle();
        surface.text(words, x, baseline, TextStyle.SMALL, align, theme.quietText());
    }
}
