package dev.overlap.render.timeline;

import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;

/** Paints the legend: shapes and names of the phases and marks that occur, above the plot. */
final class Legend {

    private Legend() {}

    static void paint(PaintContext context) {
        ChartLayout layout = context.layout();
        PhaseBrush brush = new PhaseBrush(context.surface(), context.theme());
        double first = layout.legend().top() + LegendItems.TOP + ChartLayout.LEGEND_LINE / 2;
        for (LegendItems.Item item :
                LegendItems.of(
                        context.frame(), layout.plotLeft(), layout.plotRight(), context.fitter())) {
            double middle = first + item.line() * ChartLayout.LEGEND_LINE;
            double swatch = LegendItems.SWATCH;
            if (item.phase() != null) {
                brush.paint(item.phase(), item.x(), middle, swatch, swatch);
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
        }
    }
}
