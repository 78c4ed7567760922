package dev.overlap.render.schedule;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ResourceMark;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.trace.Phase;

/** Paints the legend of a schedule in one line; an entry that does not fit is left out. */
final class ScheduleLegend {

    private static final double SWATCH = 14;
    private static final double BESIDE = 6;
    private static final double BETWEEN = 16;

    private final Surface surface;
    private final PaintTarget target;
    private final TextFitter fitter;
    private double left = PaintTarget.PAD;

    ScheduleLegend(Surface surface, PaintTarget target, TextFitter fitter) {
        this.surface = surface;
        this.target = target;
        this.fitter = fitter;
    }

    /** The look of an entry. */
    @FunctionalInterface
    private interface Swatch {

        void paint(double x, double middle);
    }

    void paint(ScheduleFrame frame, VerticalSpan strip) {
        double middle = strip.middle();
        phase(Phase.COMPUTE, SchedulerText.RUNS, middle);
        phase(Phase.READY, SchedulerText.NOT_CHOSEN, middle);
        if (frame.schedule().locked()) {
            phase(Phase.BLOCKED, SchedulerText.WAITS, middle);
        }
        mark(ResourceMark.READ, middle);
        mark(ResourceMark.WRITE, middle);
        if (frame.schedule().lost() != null) {
            mark(ResourceMark.LOST, middle);
        }
    }

    private void phase(Phase phase, String words, double middle) {
        PhaseBrush brush = new PhaseBrush(surface, theme());
        entry(words, middle, (x, y) -> brush.paint(phase, x, y, SWATCH, SWATCH));
    }

    private void mark(ResourceMark mark, double middle) {
        entry(mark.words(), middle, (x, y) -> mark.paint(surface, theme(), x, y, SWATCH));
    }

    private Theme theme() {
        return target.theme();
    }

    private void entry(String words, double middle, Swatch swatch) {
        TextStyle style = TextStyle.SMALL;
        double text = left + SWATCH + BESIDE;
        double end = text + fitter.width(words, style);
        if (end > target.width() - PaintTarget.PAD) {
            return;
        }
        swatch.paint(left, middle);
        double baseline = middle + style.baselineFromMiddle();
        surface.text(words, text, baseline, style, Surface.Align.LEFT, theme().quietText());
        left = end + BETWEEN;
    }
}
