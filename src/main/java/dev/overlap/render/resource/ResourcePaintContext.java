package dev.overlap.render.resource;

import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.ResourceText;

/**
 * The shared context of the painters of rows.
 *
 * @param horizonNanos the instant up to which to draw
 * @param selectedTask an index, or -1
 */
public record ResourcePaintContext(
        Surface surface,
        Theme theme,
        TextFitter fitter,
        TimeScale scale,
        long horizonNanos,
        int selectedTask) {

    /** The x of an instant within the plot. */
    double edge(long nanos) {
        return Math.clamp(scale.edge(nanos), scale.left(), scale.right());
    }

    /** The x of the last instant to draw. */
    double right() {
        return edge(Math.min(horizonNanos, scale.range().endNanos()));
    }

    /** Names a task in its bar: {@code task 3}, or only {@code 3} in a narrow one. */
    void task(int task, double x, double middle, double width, int ink) {
        String name = ResourceText.task(task);
        boolean fits = fitter.width(name, TextStyle.TINY) <= width - 8;
        String shown = fits ? name : NumberFormats.count(task + 1L);
        double margin = fits ? 5 : Math.max(2, (width - fitter.width(shown, TextStyle.TINY)) / 2);
        label(shown, x + margin, middle, width - margin - 1, ink);
    }

    /** Draws a small text centred vertically on a line, if all of it fits. */
    void label(String text, double x, double middle, double available, int ink) {
        if (fitter.width(text, TextStyle.TINY) <= available) {
            double baseline = middle + TextStyle.TINY.baselineFromMiddle();
            surface.text(text, x, baseline, TextStyle.TINY, Surface.Align.LEFT, ink);
        }
    }
}
