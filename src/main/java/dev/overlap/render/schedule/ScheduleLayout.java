package dev.overlap.render.schedule;

import dev.overlap.lesson.scheduler.ScheduleTrace;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;

/**
 * The layout of one drawing of a schedule, from top to bottom: what it is, legend, the numbers of
 * the steps, the two threads, the counter and, if there is one, the lock. Rows have a height of
 * their own; what is left over stays empty.
 *
 * @param notice says that nothing is measured
 * @param threads the rows of both threads
 * @param lock without height if there is none
 * @param scale has one unit of time per step
 */
record ScheduleLayout(
        VerticalSpan notice,
        VerticalSpan legend,
        VerticalSpan axis,
        VerticalSpan threads,
        VerticalSpan counter,
        VerticalSpan lock,
        TimeScale scale) {

    private static final double NOTICE = 32;
    private static final double LEGEND = 26;
    private static final double AXIS = 22;
    private static final double GUTTER = 150;
    private static final double MIN_GUTTER = 96;
    private static final double GUTTER_SHARE = 0.24;
    private static final double MAX_THREAD = 84;
    private static final double MAX_COUNTER = 220;
    private static final double MAX_LOCK = 60;

    static ScheduleLayout of(ScheduleFrame frame, PaintTarget target) {
        VerticalSpan notice = new VerticalSpan(0, NOTICE);
        VerticalSpan legend = new VerticalSpan(notice.bottom(), LEGEND);
        VerticalSpan axis = new VerticalSpan(legend.bottom(), AXIS);
        boolean locked = frame.schedule().locked();
        double wanted = 2 * MAX_THREAD + MAX_COUNTER + (locked ? MAX_LOCK : 0);
        double free = Math.max(0, target.height() - axis.bottom() - PaintTarget.PAD);
        double shrink = Math.min(1, free / wanted);
        VerticalSpan threads = new VerticalSpan(axis.bottom(), 2 * Math.floor(MAX_THREAD * shrink));
        VerticalSpan counter = new VerticalSpan(threads.bottom(), Math.floor(MAX_COUNTER * shrink));
        VerticalSpan lock =
                new VerticalSpan(counter.bottom(), locked ? Math.floor(MAX_LOCK * shrink) : 0);
        return new ScheduleLayout(
                notice, legend, axis, threads, counter, lock, scale(frame, target));
    }

    private static TimeScale scale(ScheduleFrame frame, PaintTarget target) {
        double gutter = Math.clamp(target.width() * GUTTER_SHARE, MIN_GUTTER, GUTTER);
        double left = PaintTarget.PAD + gutter;
        double right = Math.max(left + 1, target.width() - PaintTarget.PAD);
        long end = frame.schedule().length() * ScheduleTrace.STEP_NANOS;
        return new TimeScale(new TimeRange(0, end), left, right, target.pixel());
    }

    /** The row of a thread. */
    VerticalSpan thread(int thread) {
        double height = threads.height() / 2;
        return new VerticalSpan(threads.top() + thread * height, height);
    }

    double bottom() {
        return lock.bottom();
    }

    /** The left edge of the column of a step. */
    double left(int step) {
        return scale.edge(step * ScheduleTrace.STEP_NANOS);
    }

    double columnWidth() {
        return scale.x(ScheduleTrace.STEP_NANOS) - scale.left();
    }
}
