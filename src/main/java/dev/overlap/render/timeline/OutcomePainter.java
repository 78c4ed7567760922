package dev.overlap.render.timeline;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.DurationFormat;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;

/**
 * Paints the outcome of a task: the status in its column, duration or failure at the end of its
 * bar.
 */
final class OutcomePainter {

    private static final int FIRST_ERROR_STATUS = 400;
    private static final double GAP = 7;
    private static final double CROSS_RADIUS = 3.5;
    private static final double TEXT_HEIGHT = 16;

    private final PaintContext context;
    private final Theme theme;
    private int ground;

    OutcomePainter(PaintContext context) {
        this.context = context;
        this.theme = context.theme();
        this.ground = theme.ground();
    }

    void paint(TaskTrack task, Outcome outcome, double middle) {
        boolean selected = task.index() == context.frame().selectedTask();
        ground = selected ? theme.selected() : theme.ground();
        String duration = DurationFormat.text(task.endNanos() - task.beginNanos());
        switch (outcome) {
            case Outcome.Answered(int status, long _) -> {
                boolean error = status >= FIRST_ERROR_STATUS;
                int ink = error ? theme.warning() : theme.quietText();
                status(Integer.toString(status), middle, ink);
                end(task, duration, middle, theme.text());
            }
            case Outcome.Computed(), Outcome.Done() -> end(task, duration, middle, theme.text());
            case Outcome.Failed(var kind, String _) -> {
                status("failed", middle, theme.failure());
                failed(task, kind.words(), middle);
            }
            case Outcome.Cancelled() -> end(task, "cancelled", middle, theme.quietText());
        }
    }

    private void status(String text, double middle, int ink) {
        double x = context.layout().statusRight();
        context.text(text, x, middle, TextStyle.SMALL, Surface.Align.RIGHT, ink);
    }

    private void failed(TaskTrack task, String reason, double middle) {
        if (!context.scale().shows(task.endNanos())) {
            return;
        }
        double x = context.scale().edge(task.endNanos()) + GAP + CROSS_RADIUS;
        cross(x, middle);
        double after = text(reason, x + CROSS_RADIUS + 5, middle, theme.failure());
        String duration = DurationFormat.text(task.endNanos() - task.beginNanos());
        text(duration, after + 6, middle, TextStyle.SMALL, theme.quietText());
    }

    private void cross(double x, double y) {
        int ink = theme.failure();
        Surface surface = context.surface();
        for (double shift = -0.5; shift <= 0.5; shift += 0.5) {
            line(
                    surface,
                    x + shift - CROSS_RADIUS,
                    y - CROSS_RADIUS,
                    x + shift + CROSS_RADIUS,
                    y + CROSS_RADIUS,
                    ink);
            line(
                    surface,
                    x + shift - CROSS_RADIUS,
                    y + CROSS_RADIUS,
                    x + shift + CROSS_RADIUS,
                    y - CROSS_RADIUS,
                    ink);
        }
    }

    private static void line(Surface s, double x1, double y1, double x2, double y2, int ink) {
        s.line(x1, y1, x2, y2, Surface.Stroke.SOLID, ink);
    }

    private void end(TaskTrack task, String text, double middle, int ink) {
        if (context.scale().shows(task.endNanos())) {
            text(text, context.scale().edge(task.endNanos()) + GAP, middle, ink);
        }
    }

    /**
     * Draws a text on a background of its own, so that no line crosses it; omitted if it does not
     * fit.
     *
     * @return the right edge of the text
     */
    private double text(String text, double x, double middle, int ink) {
        return text(text, x, middle, TextStyle.STRONG, ink);
    }

    private double text(String text, double x, double middle, TextStyle style, int ink) {
        double width = context.fitter().width(text, style);
        double end = x + width;
        if (end <= context.layout().width() - 2) {
            double high = Math.min(TEXT_HEIGHT, context.layout().rowHeight());
            context.surface().fill(x - 2, middle - high / 2, width + 4, high, ground);
            context.text(text, x, middle, style, Surface.Align.LEFT, ink);
        }
        return end;
    }
}
