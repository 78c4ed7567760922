package dev.overlap.render.comparison;

import dev.overlap.render.CompactPhaseBrush;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeLane;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;

import java.util.Set;

/**
 * Paints the plot of one panel: its tasks as bars, and the lane of its event loop or its start-up.
 */
final class PanelRowPainter {

    private static final double MIN_VISIBLE_WIDTH = 2;

    private final Surface surface;
    private final Theme theme;
    private final TimeScale scale;
    private final PhaseBrush shapes;
    private final CompactPhaseBrush compact;
    private final Set<Phase> visiblePhases;

    /**
     * Creates a painter.
     *
     * @param visiblePhases receives the phases wide enough to be visible
     */
    PanelRowPainter(Surface surface, Theme theme, TimeScale scale, Set<Phase> visiblePhases) {
        this.surface = surface;
        this.theme = theme;
        this.scale = scale;
        this.visiblePhases = visiblePhases;
        shapes = new PhaseBrush(surface, theme);
        compact = new CompactPhaseBrush(surface, theme);
    }

    /**
     * Paints a run.
     *
     * @param leftOutNanos what is left out at its begin
     */
    void paint(VariantPanel.Drawn drawn, PanelLayout place, long leftOutNanos) {
        TimeScale from = from(leftOutNanos);
        for (int row = 0; row < place.shown(); row++) {
            double middle = middle(place, row);
            TaskBarDecimator.walk(
                    drawn.trace().task(place.taskOf(row)),
                    from,
                    drawn.horizonNanos(),
                    (_, phase, x, width) -> bar(phase, x, middle, width, place));
        }
        loop(drawn, place.laneTop());
        if (leftOutNanos == 0) {
            startUp(drawn, place.laneTop());
        }
    }

    /** The scale on which a run begins at an instant of its own. */
    private TimeScale from(long beginNanos) {
        return new TimeScale(
                scale.range().moved(beginNanos), scale.left(), scale.right(), scale.pixel());
    }

    /** Rounded to a pixel, so that all bars of a panel are equally sharp. */
    private static double middle(PanelLayout place, int row) {
        return Math.round(place.middle(row) - place.bar() / 2) + place.bar() / 2;
    }

    private void bar(Phase phase, double x, double middle, double width, PanelLayout place) {
        if (width > MIN_VISIBLE_WIDTH) {
            visiblePhases.add(phase);
        }
        if (place.hasShapes()) {
            shapes.paint(phase, x, middle, width, place.bar());
        } else {
            compact.paint(phase, x, middle, width, place.bar());
        }
    }

    /** The busy slices of the event loop, on a line as long as the run. */
    private void loop(VariantPanel.Drawn drawn, double top) {
        for (WorkerTrack worker : drawn.trace().workers()) {
            if (worker.role() == Role.LOOP) {
                idle(drawn.horizonNanos(), top);
                TimeLaneDecimator.walk(
                        TimeLane.of(worker),
                        scale,
                        drawn.horizonNanos(),
                        (_, x, width, share) -> slice(x, top, width, share));
            }
        }
    }

    private void slice(double x, double top, double width, double share) {
        double height = PanelLayout.LANE * share;
        surface.fill(x, top + PanelLayout.LANE - height, width, height, theme.oneByOne());
    }

    /** A border, since the processes that start execute no task yet. */
    private void startUp(VariantPanel.Drawn drawn, double top) {
        long until = drawn.metrics().startUpNanos();
        if (until < 0) {
            return;
        }
        double left = Math.max(scale.left(), scale.edge(0));
        double right = Math.min(scale.right(), scale.edge(until));
        if (right > left) {
            surface.outline(left, top, right - left, PanelLayout.LANE, theme.warning());
        }
    }

    /** A lane without a task is empty: a line from time zero to an instant, as far as in sight. */
    private void idle(long untilNanos, double top) {
        double left = Math.max(scale.left(), scale.edge(0));
        double right = Math.min(scale.right(), scale.edge(untilNanos));
        if (right > left) {
            surface.fill(left, top + PanelLayout.LANE, right - left, 1, theme.idle());
        }
    }

    /** The end of a run, as a line through all rows of the panel. */
    static VerticalSpan wallLine(PanelLayout place) {
        double top = place.rows().top() - 4;
        return new VerticalSpan(top, place.laneTop() + PanelLayout.LANE + 1 - top);
    }
}
