package dev.overlap.render;

import dev.overlap.trace.CollectRule;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/**
 * Paints when the program had the results of its tasks in hand: in the row of a task a line from
 * its end to a small mark, and in a lane of the program a mark per result.
 *
 * <p>A result that is collected right after the end of the last task is drawn at that end, where
 * the drawing ends, too.
 */
public final class CollectedPainter {

    private static final double LINE = 2;
    private static final double MARK = 6;
    private static final double LANE_GAP = 3;

    private final Surface surface;
    private final Theme theme;
    private final TimeScale scale;

    public CollectedPainter(Surface surface, Theme theme, TimeScale scale) {
        this.surface = surface;
        this.theme = theme;
        this.scale = scale;
    }

    /** Paints how long a task was done before its result was collected. */
    public void row(Trace trace, TaskTrack task, long horizonNanos, double bottom) {
        if (trace.collects() != CollectRule.EACH || task.endNanos() > horizonNanos) {
            return;
        }
        boolean has = isCollected(trace, task, horizonNanos);
        if (!has && trace.isFinished() && task.collectedNanos() < 0) {
            return; // the program was cancelled before
        }
        long until = has ? shownNanos(trace, task) : horizonNanos;
        double left = Math.max(scale.left(), scale.edge(task.endNanos()));
        double right = Math.min(scale.right(), scale.edge(until));
        if (right - left >= 1) {
            line(surface, theme, left, right, bottom);
        }
        if (has && scale.shows(until)) {
            mark(surface, theme, scale.edge(until), bottom);
        }
    }

    /** Paints the line and its mark as in a legend. */
    public static void swatch(Surface surface, Theme theme, double x, double middle, double size) {
        double bottom = middle + size / 2;
        line(surface, theme, x, x + size - LINE, bottom);
        mark(surface, theme, x + size - LINE, bottom);
    }

    private static void line(
            Surface surface, Theme theme, double left, double right, double bottom) {
        double y = bottom - 0.5;
        surface.line(left, y, right, y, Surface.Stroke.DASHED, theme.accent());
    }

    private static void mark(Surface surface, Theme theme, double x, double bottom) {
        surface.fill(x, bottom - MARK, LINE, MARK, theme.accent());
    }

    /**
     * Paints the lane of the program. Visits every task, which takes well under a millisecond for
     * the longest lists, but draws no mark twice in a row at the same pixel.
     *
     * @param selected the index of a task whose mark is highlighted, or -1
     * @return how many results the program has
     */
    public int lane(Trace trace, int selected, long horizonNanos, VerticalSpan lane) {
        ground(horizonNanos, lane);
        int collected = 0;
        double drawn = Double.NaN;
        for (TaskTrack task : trace.tasks()) {
            if (isCollected(trace, task, horizonNanos)) {
                collected++;
                double x = scale.edge(shownNanos(trace, task));
                if (x != drawn) {
                    drawn = x;
                    result(x, lane, theme.busy());
                }
            }
        }
        if (selected >= 0 && isCollected(trace, trace.task(selected), horizonNanos)) {
            double x = scale.edge(shownNanos(trace, trace.task(selected)));
            result(x, lane, theme.accent());
        }
        return collected;
    }

    /** The line that the marks stand on, from time zero to the horizon. */
    private void ground(long horizonNanos, VerticalSpan lane) {
        double left = Math.max(scale.left(), scale.edge(0));
        double right = Math.min(scale.right(), scale.edge(horizonNanos));
        if (right > left) {
            surface.fill(left, lane.bottom() - LANE_GAP, right - left, 1, theme.idle());
        }
    }

    private void result(double x, VerticalSpan lane, int ink) {
        if (x >= scale.left() && x <= scale.right()) {
            surface.fill(x, lane.top() + LANE_GAP, LINE, lane.height() - 2 * LANE_GAP, ink);
        }
    }

    private static boolean isCollected(Trace trace, TaskTrack task, long horizonNanos) {
        return task.collectedNanos() >= 0 && shownNanos(trace, task) <= horizonNanos;
    }

    private static long shownNanos(Trace trace, TaskTrack task) {
        return trace.isFinished()
                ? Math.min(task.collectedNanos(), trace.wallNanos())
                : task.collectedNanos();
    }
}
