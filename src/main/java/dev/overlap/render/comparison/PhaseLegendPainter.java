package dev.overlap.render.comparison;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.text.ResourceText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.Set;

/** Paints the legend above a comparison: the phases visible in any panel, as far as they fit. */
final class PhaseLegendPainter {

    private static final double SWATCH = 12;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    private final Surface surface;
    private final PaintTarget target;
    private final TextFitter textFitter;

    PhaseLegendPainter(Surface surface, PaintTarget target, TextFitter textFitter) {
        this.surface = surface;
        this.target = target;
        this.textFitter = textFitter;
    }

    /** Paints the phases of some traces. */
    void paint(Set<Phase> phases, List<Trace> traces) {
        double x = PaintTarget.PAD;
        double middle = ComparisonLayout.LEGEND / 2 + 2;
        PhaseBrush brush = new PhaseBrush(surface, target.theme());
        for (Phase phase : phases) {
            String words = words(phase, traces);
            double width = SWATCH + GAP + textFitter.width(words, TextStyle.SMALL);
            if (x + width > target.width()) {
                return;
            }
            brush.paint(phase, x, middle, SWATCH, SWATCH);
            double begin = x + SWATCH + GAP;
            text(words, begin, middle, Surface.Align.LEFT, target.theme().quietText());
            x += width + BETWEEN;
        }
    }

    private static String words(Phase phase, List<Trace> traces) {
        return phase == Phase.BLOCKED ? ResourceText.waits(traces, Long.MAX_VALUE) : phase.words();
    }

    private void text(String text, double x, double middle, Surface.Align align, int ink) {
        TextStyle style = TextStyle.SMALL;
        surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
    }
}
