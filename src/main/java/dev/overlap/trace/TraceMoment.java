package dev.overlap.trace;

/**
 * A trace up to an instant: what the panes of the window show. Equal moments look the same.
 *
 * @param horizonNanos the instant, since time zero
 * @param replayed whether this is a replay, so that the trace may hold more than is shown
 */
public record TraceMoment(Trace trace, long horizonNanos, boolean replayed) {

    /** In place of an instant: follow the live end of the trace. */
    public static final long FOLLOW = -1;

    /** Returns the moment at a playhead, which may be {@link #FOLLOW}. */
    public static TraceMoment at(Trace trace, long playheadNanos) {
        return playheadNanos == FOLLOW
                ? new TraceMoment(trace, trace.horizonNanos(), false)
                : new TraceMoment(trace, playheadNanos, true);
    }

    /** Returns whether a task had ended at this moment. */
    public boolean hasEnded(TaskTrack task) {
        return task.endNanos() <= horizonNanos || (!replayed && task.outcome() != null);
    }
}
