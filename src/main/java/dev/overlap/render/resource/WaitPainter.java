package dev.overlap.render.resource;

import dev.overlap.render.PhaseBrush;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.PictureText;
import dev.overlap.trace.Phase;

/**
 * Paints who waited for a resource: a frame per wait, stacked, so that the height of the stack is
 * the length of the queue; or, where too many waited at once, only that length as a step curve.
 */
final class WaitPainter {

    private final ResourcePaintContext context;
    private final IntervalLanes waits;
    private final Phase phase;
    private final RowStrips strips;
    private final PhaseBrush brush;

    WaitPainter(ResourcePaintContext context, ResourceTimeline resource, RowStrips strips) {
        this.context = context;
        this.waits = resource.waits();
        this.phase = resource.waitPhase();
        this.strips = strips;
        this.brush = new PhaseBrush(context.surface(), context.theme());
    }

    void paint() {
        if (waits.count() > 0 && strips.waitLanes() == 0) {
            curve();
        }
        for (int index = 0; index < strips.waitLanes(); index++) {
            IntervalLane lane = waits.lane(index);
            VerticalSpan span = strips.waitLane(index);
            TimeLaneDecimator.walk(
                    lane,
                    context.scale(),
                    context.horizonNanos(),
                    (wait, x, width, _) -> frame(lane.task(wait), x, width, span));
        }
    }

    private void frame(int task, double x, double width, VerticalSpan span) {
        Theme theme = context.theme();
        brush.paint(phase, x, span.middle(), width, span.height());
        if (task == context.selectedTask()) {
            context.surface().outline(x, span.top(), width, span.height(), theme.accent());
        }
        if (span.height() >= TextStyle.TINY.size() && phase == Phase.BLOCKED) { // no hatch below it
            context.task(task, x, span.middle(), width, theme.text());
        }
    }

    private void curve() {
        int ink = context.theme().of(phase);
        StepCurve level = waits.level();
        VerticalSpan span = strips.waits();
        new StepCurvePainter(context, level, span, Math.max(1, level.peak())).paintLine(ink);
        peak(level, span);
    }

    /** Names the longest queue where it is first reached. */
    private void peak(StepCurve level, VerticalSpan span) {
        for (int step = 0; step < level.size(); step++) {
            if (level.level(step) == level.peak()) {
                peak(level.nanos(step), level.peak(), span);
                return;
            }
        }
    }

    private void peak(long nanos, int waiting, VerticalSpan span) {
        if (nanos > context.horizonNanos() || !context.scale().shows(nanos)) {
            return;
        }
        String words = PictureText.WAITING.formatted(waiting);
        double width = context.fitter().width(words, TextStyle.TINY);
        double x = context.edge(nanos) + 5;
        if (x + width <= context.scale().right()) {
            context.label(words, x, span.top() + 6, width, context.theme().text());
        }
    }
}
