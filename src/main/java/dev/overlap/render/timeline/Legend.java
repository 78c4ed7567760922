package dev.overlap.render.timeline;

import dev.overlap.render.PhaseBrush;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.trace.Phase;

import java.util.List;

/** The shapes and names of the phases that occur, in a line or two above the plot. */
final class Legend {

    private static final double SWATCH = 15;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    private Legend() {}

    /** How many lines it takes. */
    static int lines(ChartFrame frame, ChartLayout layout, TextFitter textFitter) {
        double x = layout.plotLeft();
        int lines = 1;
        for (Phase phase : shown(frame)) {
            double width = width(phase, textFitter);
            if (x + width > layout.plotRight() && x > layout.plotLeft()) {
                lines++;
                x = layout.plotLeft();
            }
            x += width + BETWEEN;
        }
        return lines;
    }

    /** What a task does without a connection in hand stands in no row of a connection. */
    private static List<Phase> shown(ChartFrame frame) {
        return frame.figures().phases().stream()
                .filter(it -> frame.grouping() != RowGrouping.CONNECTIONS || isOnConnection(it))
                .toList();
    }

    private static boolean isOnConnection(Phase phase) {
        return phase.holdsConnection() && phase != Phase.DNS;
    }

    static void paint(PaintContext context) {
        ChartLayout layout = context.layout();
        PhaseBrush brush = new PhaseBrush(context.surface(), context.theme());
        double x = layout.plotLeft();
        double middle = layout.legend().top() + 8 + ChartLayout.LEGEND_LINE / 2;
        for (Phase phase : shown(context.frame())) {
            double width = width(phase, context.fitter());
            if (x + width > layout.plotRight() && x > layout.plotLeft()) {
                middle += ChartLayout.LEGEND_LINE;
                x = layout.plotLeft();
            }
            brush.paint(phase, x, middle, SWATCH, SWATCH);
            context.text(
                    phase.words(),
                    x + SWATCH + GAP,
                    middle,
                    TextStyle.SMALL,
                    Surface.Align.LEFT,
                    context.theme().quietText());
            x += width + BETWEEN;
        }
    }

    private static double width(Phase phase, TextFitter textFitter) {
        return SWATCH + GAP + Math.ceil(textFitter.width(phase.words(), TextStyle.SMALL));
    }
}
