package dev.overlap.render.resource;

import dev.overlap.render.Surface;
import dev.overlap.render.Theme;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.ResourceTrack;

/**
 * Paints the number of items in a queue over time, below a dashed line for the most that it holds.
 * A large queue that stays nearly empty is drawn up to its fullest instead, without that line.
 */
final class QueuePainter {

    /** A fuller queue is drawn up to the most that it holds. */
    private static final int MIN_SHARE = 8;

    private final ResourcePaintContext context;
    private final ResourceTimeline resource;
    private final ResourceTrack queue;
    private final VerticalSpan span;

    QueuePainter(
            ResourcePaintContext context,
            ResourceTimeline resource,
            ResourceTrack queue,
            VerticalSpan span) {
        this.context = context;
        this.resource = resource;
        this.queue = queue;
        this.span = span;
    }

    void paint() {
        Theme theme = context.theme();
        StepCurve filling = resource.filling();
        int fullest = Math.max(1, filling.peak());
        boolean whole = queue.places() <= fullest * MIN_SHARE;
        int top = whole ? queue.places() : fullest;
        double left = context.edge(0);
        Surface surface = context.surface();
        surface.fill(left, span.bottom(), context.right() - left, 1, theme.idle());
        if (whole) {
            surface.line(
                    left,
                    span.top() + 0.5,
                    context.right(),
                    span.top() + 0.5,
                    Surface.Stroke.DASHED,
                    theme.quietText());
        }
        new StepCurvePainter(context, filling, span, top)
                .paintArea(theme.accent(), theme.accentArea());
        String words = NumberFormats.count(top);
        context.label(words, left + 4, span.top() + 8, context.right() - left - 4, theme.text());
    }
}
