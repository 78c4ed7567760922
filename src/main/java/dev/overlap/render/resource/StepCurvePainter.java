package dev.overlap.render.resource;

import dev.overlap.render.StepPath;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;

import org.jspecify.annotations.Nullable;

/** Paints a number that changes in steps, as a line or an area. */
final class StepCurvePainter {

    private final ResourcePaintContext context;
    private final StepCurve curve;
    private final VerticalSpan span;
    private final int top;

    /**
     * Creates the painter of a curve.
     *
     * @param top the level at the upper edge of the strip, at least 1
     */
    StepCurvePainter(ResourcePaintContext context, StepCurve curve, VerticalSpan span, int top) {
        this.context = context;
        this.curve = curve;
        this.span = span;
        this.top = top;
    }

    /** Paints the line and the area below it. */
    void paintArea(int line, int area) {
        StepPath path = path();
        if (path != null) {
            path.paintArea(context.surface(), area);
            path.paintLine(context.surface(), line);
        }
    }

    /** Paints the line. */
    void paintLine(int line) {
        StepPath path = path();
        if (path != null) {
            path.paintLine(context.surface(), line);
        }
    }

    /** Returns the outline, or null if there is nothing to see. */
    private @Nullable StepPath path() {
        TimeScale scale = context.scale();
        long limit = Math.min(context.horizonNanos(), scale.range().endNanos());
        int step = curve.firstAfter(scale.range().beginNanos());
        int level = curve.at(scale.range().beginNanos());
        if (level == 0 && (step >= curve.size() || curve.nanos(step) > limit)) {
            return null;
        }
        StepPath path = new StepPath(this::y);
        path.begin(scale.left(), level);
        curve.walk(scale, limit, path);
        path.end(context.right());
        return path;
    }

    private double y(int level) {
        double height = span.height() - 1;
        return Math.round(span.bottom() - height * Math.min(level, top) / top) - 0.5;
    }
}
