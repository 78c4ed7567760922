package dev.overlap.chart;

import dev.overlap.chart.background.TaskMoment;
import dev.overlap.chart.background.TraceQuestion;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.HitResult;
import dev.overlap.render.timeline.TooltipContent;
import dev.overlap.render.timeline.TooltipPainter;
import dev.overlap.render.timeline.Tooltips;
import dev.overlap.text.WaitExplanation;

import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The tooltip beside the mouse: a small canvas over the chart, repainted only when its content
 * changes. JavaFX thread only.
 */
final class TooltipOverlay {

    private static final double RIGHT_OF_MOUSE = 14;
    private static final double BELOW_MOUSE = 18;
    private static final double MARGIN = 4;

    private final ScaledCanvas scaledCanvas;
    private final TooltipPainter painter;
    private @Nullable Point2D mouse;
    private @Nullable TooltipContent shown;
    private @Nullable PaintTarget painted;
    private @Nullable ChartFrame cachedFrame;
    private @Nullable HitResult cachedHit;
    private @Nullable TooltipContent cachedContent;
    private String cachedWait = "";
    private final TraceQuestion<TaskMoment, String> waits =
            new TraceQuestion<>(
                    TaskMoment::trace,
                    at -> WaitExplanation.longest(at.trace(), at.task(), at.horizonNanos()));

    TooltipOverlay(FxTextMetrics textMetrics) {
        scaledCanvas = new ScaledCanvas(textMetrics);
        painter = new TooltipPainter(textMetrics);
        scaledCanvas.canvas().setMouseTransparent(true);
        scaledCanvas.canvas().setVisible(false);
    }

    Canvas canvas() {
        return scaledCanvas.canvas();
    }

    /** The visible tooltip, or null. */
    @Nullable TooltipContent shown() {
        return shown;
    }

    /** Moves the mouse position, in units of the drawing; null if it left the chart. */
    void follow(@Nullable Point2D now) {
        mouse = now;
    }

    /**
     * Shows a tooltip for the item under the mouse in the last painted frame.
     *
     * @param scale pixels per unit
     */
    void pulse(
            @Nullable ChartFrame frame,
            @Nullable ChartLayout layout,
            PaintTarget target,
            double scale) {
        scaledCanvas.setScale(scale);
        Point2D at = mouse;
        TooltipContent tooltip =
                at == null || frame == null || layout == null
                        ? null
                        : tip(frame, layout.hit(at.getX(), at.getY()));
        scaledCanvas.canvas().setVisible(tooltip != null);
        if (tooltip != null && at != null) {
            paint(tooltip, target);
            place(at, target);
        }
        shown = tooltip;
    }

    /** Cached per frame and item. */
    @SuppressWarnings("ReferenceEquality") // an equal frame only costs a lookup more
    private @Nullable TooltipContent tip(ChartFrame frame, HitResult hit) {
        String wait = hit instanceof HitResult.Row row ? wait(frame, row.task()) : "";
        if (frame != cachedFrame || !hit.equals(cachedHit) || !wait.equals(cachedWait)) {
            cachedFrame = frame;
            cachedHit = hit;
            cachedWait = wait;
            cachedContent = Tooltips.of(frame, hit, wait);
        }
        return cachedContent;
    }

    /**
     * The longest wait of a task. Explaining it visits many other tasks, so that of a long run is
     * told once it is found, and until then that of an earlier instant.
     */
    private String wait(ChartFrame frame, int task) {
        TaskMoment now = new TaskMoment(frame.trace(), task, frame.horizonNanos());
        String known =
                waits.askSimilar(
                        now,
                        earlier ->
                                now.isOfSameTask(earlier)
                                        && earlier.horizonNanos() <= now.horizonNanos());
        return known == null ? "" : known;
    }

    private void paint(TooltipContent tooltip, PaintTarget target) {
        if (!Objects.equals(tooltip, shown) || !target.equals(painted)) {
            double width = painter.width(tooltip);
            double height = painter.height(tooltip);
            canvas().setWidth(Math.ceil(scaledCanvas.pixels(width)));
            canvas().setHeight(Math.ceil(scaledCanvas.pixels(height)));
            PaintTarget own = new PaintTarget(width, height, target.pixel(), target.theme());
            scaledCanvas.paint(own, surface -> painter.paint(surface, tooltip, own));
            painted = target;
        }
    }

    /**
     * Places the tooltip below and to the right of the mouse, or on the other side if there is no
     * room.
     */
    private void place(Point2D at, PaintTarget target) {
        double width = scaledCanvas.units(canvas().getWidth());
        double height = scaledCanvas.units(canvas().getHeight());
        double x = at.getX() + RIGHT_OF_MOUSE;
        double y = at.getY() + BELOW_MOUSE;
        if (x + width > target.width() - MARGIN) {
            x = at.getX() - RIGHT_OF_MOUSE - width;
        }
        if (y + height > target.height() - MARGIN) {
            y = at.getY() - MARGIN - height;
        }
        canvas().relocate(
                        Math.rint(scaledCanvas.pixels(Math.max(MARGIN, x))),
                        Math.rint(scaledCanvas.pixels(Math.max(MARGIN, y))));
    }
}
