package dev.overlap.render;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

/**
 * Walks the bars of one task's row from left to right. Painting and hit testing both use it, so
 * they cannot disagree.
 *
 * <p>A task may have a hundred thousand phases, a row only a thousand pixels. The first visible
 * phase is found by binary search. A phase whose two ends round to the same pixel edge is thin;
 * thin neighbours in the same pixel column are merged into one bar one pixel wide, in the phase
 * that took longest among the first {@value #MAX_SAMPLED} of them, preferring any work to waiting
 * for a turn; the next phase after the column is again found by binary search. So a row yields at
 * most one bar per pixel and costs {@code O(pixels x log phases)}. The price is that a bar may
 * begin one pixel late.
 *
 * <p>An isolated solid bar is at least {@value #MIN_ISOLATED_WIDTH} units wide: a single response
 * of a microsecond stays visible in a run of a minute.
 *
 * <p>Phases that a sink does not draw yield no bar, and give way to others in a shared pixel.
 */
public final class TaskBarDecimator {

    static final double MIN_ISOLATED_WIDTH = 2;
    private static final int MAX_SAMPLED = 32;

    /** Receives the bars. */
    public interface Sink {
        void bar(int segment, Phase phase, double x, double width);

        /** Whether bars of a phase are wanted. */
        default boolean draws(Phase phase) {
            return true;
        }
    }

    private final TaskTrack task;
    private final TimeScale scale;
    private final long from;
    private final long limit;
    private final Sink sink;
    private double cursor;
    private double solidRight = Double.NEGATIVE_INFINITY;

    private TaskBarDecimator(TaskTrack task, TimeScale scale, TimeRange shown, Sink sink) {
        this.task = task;
        this.scale = scale;
        this.from = shown.beginNanos();
        this.limit = shown.endNanos();
        this.sink = sink;
        this.cursor = Math.max(scale.left(), scale.edge(from));
    }

    /** Passes all visible bars of a task up to an instant to a sink. */
    public static void walk(TaskTrack task, TimeScale scale, long horizonNanos, Sink sink) {
        walk(task, scale, 0, horizonNanos, sink);
    }

    /** Passes the visible bars between two instants to a sink. */
    public static void walk(
            TaskTrack task, TimeScale scale, long fromNanos, long untilNanos, Sink sink) {
        long from = Math.max(fromNanos, scale.range().beginNanos());
        long until = Math.min(untilNanos, scale.range().endNanos());
        if (from < until) {
            new TaskBarDecimator(task, scale, new TimeRange(from, until), sink).walk();
        }
    }

    /** Whether a phase is drawn as a filled bar. */
    static boolean isSolid(Phase phase) {
        return PhaseStyle.of(phase).shape().isFilled();
    }

    private void walk() {
        if (task.endNanos() <= from) {
            return;
        }
        int segment = Math.max(0, task.segmentAt(from));
        while (segment < task.segments() && task.begin(segment) < limit) {
            double left = Math.max(cursor, scale.edge(task.begin(segment)));
            double right = scale.edge(end(segment));
            if (right - left > scale.pixel() / 2) {
                emit(segment, segment + 1, left, right - left);
                segment++;
            } else {
                segment = emitThin(segment, left);
            }
        }
    }

    private int emitThin(int segment, double column) {
        int next = Math.max(segment + 1, task.segmentAt(scale.nanos(column + scale.pixel() / 2)));
        int shown = longest(segment, Math.min(next, segment + MAX_SAMPLED));
        if (isBar(task.phase(shown)) && column < scale.right()) {
            emit(shown, next, column, scale.pixel());
        }
        return next;
    }

    private int longest(int from, int to) {
        int best = from;
        for (int segment = from + 1; segment < to; segment++) {
            boolean solid = isBar(task.phase(segment));
            boolean bestSolid = isBar(task.phase(best));
            if (solid == bestSolid ? length(segment) > length(best) : solid) {
                best = segment;
            }
        }
        return best;
    }

    /** Whether a phase is drawn, as a filled bar. */
    private boolean isBar(Phase phase) {
        return isSolid(phase) && sink.draws(phase);
    }

    private void emit(int segment, int next, double x, double width) {
        Phase phase = task.phase(segment);
        if (!sink.draws(phase)) {
            cursor = x + width;
            return;
        }
        double shown = width;
        if (isSolid(phase)) {
            if (width < MIN_ISOLATED_WIDTH && !touchesSolid(x, next)) {
                shown = MIN_ISOLATED_WIDTH;
            }
            solidRight = x + shown;
        }
        cursor = x + shown;
        sink.bar(segment, phase, x, shown);
    }

    private boolean touchesSolid(double x, int next) {
        return x <= solidRight
                || (next < task.segments()
                        && task.begin(next) < limit
                        && end(next) > task.begin(next)
                        && isBar(task.phase(next)));
    }

    private long end(int segment) {
        return Math.min(task.end(segment), limit);
    }

    private long length(int segment) {
        return end(segment) - task.begin(segment);
    }
}
