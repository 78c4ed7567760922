package dev.overlap.render.resource;

import dev.overlap.render.Surface;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.VerticalSpan;

/**
 * Paints who had a lock, a permit or the GIL: one lane per place, in which each time that it was
 * held is a bar with the number of the task; or, with too many places, how many held it at once.
 */
final class HoldPainter {

    private static final double MIN_DETAIL = 8;
    private static final double MIN_SHARE = 0.25;

    private final ResourcePaintContext context;
    private final ResourceTimeline resource;
    private final RowStrips strips;

    HoldPainter(ResourcePaintContext context, ResourceTimeline resource, RowStrips strips) {
        this.context = context;
        this.resource = resource;
        this.strips = strips;
    }

    void paint() {
        if (strips.mainLanes() == 0) {
            curve();
            return;
        }
        for (int lane = 0; lane < strips.mainLanes(); lane++) {
            VerticalSpan span = strips.mainLane(lane);
            double left = context.edge(0);
            context.surface()
                    .outline(
                            left,
                            span.top(),
                            context.right() - left,
                            span.height(),
                            context.theme().idle());
            if (lane < resource.holds().count()) {
                bars(resource.holds().lane(lane), span);
            }
        }
    }

    private void curve() {
        int places = resource.track() == null ? 1 : resource.track().places();
        double y = strips.main().top();
        context.surface()
                .line(
                        context.edge(0),
                        y,
                        context.right(),
                        y,
                        Surface.Stroke.DASHED,
                        context.theme().quietText());
        new StepCurvePainter(context, resource.holds().level(), strips.main(), places)
                .paintArea(context.theme().accent(), context.theme().accentArea());
    }

    private void bars(IntervalLane lane, VerticalSpan span) {
        TimeLaneDecimator.walk(
                lane,
                context.scale(),
                context.horizonNanos(),
                (index, x, width, share) -> bar(lane.task(index), x, width, share, span));
    }

    private void bar(int task, double x, double width, double share, VerticalSpan span) {
        Surface surface = context.surface();
        double height = Math.round(span.height() * Math.max(MIN_SHARE, share));
        surface.fill(x, span.bottom() - height, width, height, ink(task));
        if (width >= MIN_DETAIL) {
            surface.fill(x, span.top(), 1, span.height(), context.theme().ground());
        }
        context.task(task, x, span.middle(), width, context.theme().onBusy());
    }

    private int ink(int task) {
        return task == context.selectedTask() ? context.theme().accent() : context.theme().busy();
    }
}
