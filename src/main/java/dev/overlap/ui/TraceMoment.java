package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/**
 * What the panes tell of: a trace up to an instant. Two equal moments look the same.
 *
 * @param horizonNanos up to where, since time zero
 * @param replayed whether the trace holds more than is to be shown
 */
record TraceMoment(Trace trace, long horizonNanos, boolean replayed) {

    /** The moment at a playhead, which may be {@link Timeline#FOLLOW}. */
    static TraceMoment at(Trace trace, long playheadNanos) {
        return playheadNanos == Timeline.FOLLOW
                ? new TraceMoment(trace, trace.horizonNanos(), false)
                : new TraceMoment(trace, playheadNanos, true);
    }

    /** Whether a task has ended by now. */
    boolean hasEnded(TaskTrack task) {
        return task.endNanos() <= horizonNanos || (!replayed && task.outcome() != null);
    }
}
