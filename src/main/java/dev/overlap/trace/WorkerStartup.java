package dev.overlap.trace;

/**
 * The time that a worker takes until it can carry its first task: what a process costs, and a
 * thread does not.
 *
 * @param beginNanos since time zero
 * @param endNanos when it was ready, or given up; {@link TaskTrack#OPEN} while it goes on
 * @param inPlaceOf the worker that had died and whose place it takes, or -1
 */
public record WorkerStartup(long beginNanos, long endNanos, int inPlaceOf) {

    /** How long it has taken up to an instant; in nanoseconds. */
    public long nanos(long untilNanos) {
        return Math.max(0, Math.min(endNanos, untilNanos) - beginNanos);
    }
}
