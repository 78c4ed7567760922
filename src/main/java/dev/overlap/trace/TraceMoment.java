package dev.overlap.trace;

/**
 * What the panes tell of: a trace up to an instant. Two equal moments look the same.
 *
 * @param horizonNanos up to where, since time zero
 * @param replayed whether the trace holds more than is to be shown
 */
public record TraceMoment(Trace trace, long horizonNanos, boolean replayed) {

    /** In place of an instant: whatever the trace has come to. */
    public static final long FOLLOW = -1;

    /** The moment at a playhead, which may be {@link #FOLLOW}. */
    public static TraceMoment at(Trace trace, long playheadNanos) {
        return playheadNanos == FOLLOW
                ? new TraceMoment(trace, trace.horizonNanos(), false)
                : new TraceMoment(trace, playheadNanos, true);
    }

    /** Whether a task has ended by now. */
    public boolean hasEnded(TaskTrack task) {
        return task.endNanos() <= horizonNanos || (!replayed && task.outcome() != null);
    }
}
