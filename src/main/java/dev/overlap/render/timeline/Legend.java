package dev.overlap.render.timeline;

import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.trace.Phase;

/**
 * Paints the legend: shapes and names of the phases and marks that occur, above the plot. Phases
 * that are not drawn are struck through.
 */
final class Legend {

    private Legend() {}

    static void paint(PaintContext context) {
        ChartLayout layout = context.layout();
        PhaseBrush brush = new PhaseBrush(context.surface(), context.theme());
        double first = layout.legend().top() + LegendItems.ABOVE + ChartLayout.LEGEND_LINE / 2;
        for (LegendItems.Item item : layout.legendItems()) {
            double middle = first + item.line() * ChartLayout.LEGEND_LINE;
            paint(context, brush, item, middle);
        }
    }

    private static void paint(
            PaintContext context, PhaseBrush brush, LegendItems.Item item, double middle) {
        double swatch = LegendItems.SWATCH;
        Phase phase = item.phase();
        boolean drawn = phase == null || context.frame().draws(phase);
        if (phase != null && drawn) {
            brush.paint(phase, item.x(), middle, swatch, swatch);
        }
        if (item.mark() != null) {
            item.mark().paint(context.surface(), context.theme(), item.x(), middle, swatch);
        }
        context.text(
                item.words(),
                item.x() + swatch + LegendItems.GAP,
                middle,
                TextStyle.SMALL,
                Surface.Align.LEFT,
                context.theme().quietText());
        if (!drawn) {
            context.surface()
                    .fill(item.x(), middle - 0.5, item.width(), 1, context.theme().quietText());
        }
    }
}
