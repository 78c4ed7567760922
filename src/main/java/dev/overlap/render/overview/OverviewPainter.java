package dev.overlap.render.overview;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.StepPath;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.text.DurationFormat;

/**
 * Paints the overview: the tasks in flight over the whole run, the part that the timeline shows as
 * a brush, the measured range and the playhead.
 *
 * <p>Threads: one at a time. A frame costs as many steps as the overview has pixels, however long
 * the run is.
 */
public final class OverviewPainter {

    private static final double TOP = 4;
    private static final double BOTTOM = 3;
    private static final double GRIP_WIDTH = 5;
    private static final double GRIP_HEIGHT = 14;

    /** The ground over the parts that the timeline does not show. */
    private static final int VEIL = 0x8C000000;

    private static final int RANGE_TINT = 0x40000000;
    private static final int RGB = 0xFFFFFF;
    private static final String NAME = "Whole run";

    private final TextFitter textFitter;

    public OverviewPainter(TextMetrics metrics) {
        textFitter = new TextFitter(metrics);
    }

    /** Paints a frame over the whole target. */
    public void paint(
            Surface surface, OverviewFrame frame, OverviewLayout layout, PaintTarget target) {
        Theme theme = target.theme();
        surface.fill(0, 0, target.width(), target.height(), theme.ground());
        surface.fill(0, 0, target.width(), 1, theme.grid());
        gutter(surface, frame, layout, theme);
        curve(surface, frame, layout.scale(), target);
        range(surface, frame, layout.scale(), target);
        brush(surface, layout, target);
        playhead(surface, frame, layout.scale(), target);
    }

    private void gutter(Surface surface, OverviewFrame frame, OverviewLayout layout, Theme theme) {
        double right = layout.scale().left() - 10;
        double baseline = OverviewLayout.HEIGHT / 2 + TextStyle.SMALL.baselineFromMiddle();
        String length = DurationFormat.text(frame.knownNanos());
        surface.text(
                length, right, baseline, TextStyle.SMALL, Surface.Align.RIGHT, theme.quietText());
        double free = right - PaintTarget.PAD - textFitter.width(length, TextStyle.SMALL) - 6;
        String name = textFitter.fit(NAME, TextStyle.SMALL, free);
        surface.text(
                name, PaintTarget.PAD, baseline, TextStyle.SMALL, Surface.Align.LEFT, theme.text());
    }

    private void curve(Surface surface, OverviewFrame frame, TimeScale scale, PaintTarget target) {
        int peak = frame.curve().peak();
        if (peak == 0) {
            return;
        }
        double height = target.height() - TOP - BOTTOM;
        StepPath path =
                new StepPath(
                        level ->
                                Math.round(target.height() - BOTTOM - height * level / peak) + 0.5);
        path.begin(scale.left(), 0);
        frame.curve().walk(scale, frame.knownNanos(), path);
        path.end(Math.min(scale.right(), scale.x(frame.knownNanos())));
        path.paintArea(surface, target.theme().accentArea());
        path.paintLine(surface, target.theme().accent());
    }

    private static void range(
            Surface surface, OverviewFrame frame, TimeScale scale, PaintTarget target) {
        TimeRange range = frame.range();
        if (range == null) {
            return;
        }
        int accent = target.theme().accent();
        double left = Math.max(scale.left(), scale.edge(range.beginNanos()));
        double right = Math.min(scale.right(), scale.edge(range.endNanos()));
        if (right < left) {
            return;
        }
        double width = Math.max(1, right - left);
        surface.fill(left, 1, width, target.height() - 1, RANGE_TINT | (accent & RGB));
        surface.fill(left, target.height() - BOTTOM, width, BOTTOM, accent);
    }

    private static void brush(Surface surface, OverviewLayout layout, PaintTarget target) {
        TimeScale scale = layout.scale();
        Theme theme = target.theme();
        double left = Math.max(scale.left(), scale.edge(layout.shown().beginNanos()));
        double right = Math.min(scale.right(), scale.edge(layout.shown().endNanos()));
        double width = Math.max(2, right - left);
        int veil = VEIL | (theme.ground() & RGB);
        surface.fill(scale.left(), 1, left - scale.left(), target.height() - 1, veil);
        double after = left + width;
        surface.fill(after, 1, Math.max(0, scale.right() - after), target.height() - 1, veil);
        surface.outline(left, 1, width, target.height() - 1, theme.quietText());
        grip(surface, left, target);
        grip(surface, after, target);
    }

    private static void grip(Surface surface, double x, PaintTarget target) {
        double top = (target.height() - GRIP_HEIGHT) / 2;
        double left = x - GRIP_WIDTH / 2;
        surface.fill(left, top, GRIP_WIDTH, GRIP_HEIGHT, target.theme().ground());
        surface.outline(left, top, GRIP_WIDTH, GRIP_HEIGHT, target.theme().text());
    }

    private static void playhead(
            Surface surface, OverviewFrame frame, TimeScale scale, PaintTarget target) {
        long at = frame.playheadNanos();
        if (at != OverviewFrame.NO_PLAYHEAD && scale.shows(at)) {
            surface.fill(scale.edge(at) - 1, 1, 2, target.height() - 1, target.theme().accent());
        }
    }
}
