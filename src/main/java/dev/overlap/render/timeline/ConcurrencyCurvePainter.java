package dev.overlap.render.timeline;

import dev.overlap.render.StepPath;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.PictureText;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import java.util.Locale;

/** Paints the number of tasks in flight over time. */
final class ConcurrencyCurvePainter {

    private static final double TOP = 12;
    private static final double BOTTOM = 12;

    private final PaintContext context;
    private final VerticalSpan verticalSpan;
    private final int peak;

    ConcurrencyCurvePainter(PaintContext context) {
        this.context = context;
        this.verticalSpan = context.layout().curve();
        this.peak = context.frame().metrics().soFar().peakInFlight();
    }

    void paint() {
        if (verticalSpan.height() == 0) {
            return;
        }
        words();
        if (peak > 0) {
            curve();
        }
    }

    private void words() {
        Theme theme = context.theme();
        context.surface().fill(0, verticalSpan.top(), context.layout().width(), 1, theme.grid());
        context.name("In flight", verticalSpan.top() + 20, TextStyle.STRONG, theme.text());
        double mean = context.frame().metrics().soFar().meanInFlight();
        String numbers = String.format(Locale.ROOT, PictureText.PEAK_AND_MEAN, peak, mean);
        context.name(numbers, verticalSpan.top() + 38, TextStyle.SMALL, theme.quietText());
    }

    private void curve() {
        TimeScale scale = context.scale();
        ConcurrencyCurve levels = context.frame().metrics().inFlight();
        long limit = Math.min(context.frame().horizonNanos(), scale.range().endNanos());
        StepPath path = new StepPath(this::y);
        path.begin(scale.left(), levels.at(scale.range().beginNanos()));
        context.frame().metrics().inFlightSteps().walk(scale, limit, path);
        path.end(Math.min(scale.right(), scale.edge(limit)));
        path.paintArea(context.surface(), context.theme().accentArea());
        path.paintLine(context.surface(), context.theme().accent());
    }

    private double y(int level) {
        double height = verticalSpan.height() - TOP - BOTTOM;
        return Math.round(verticalSpan.bottom() - BOTTOM - height * level / peak) + 0.5;
    }
}
