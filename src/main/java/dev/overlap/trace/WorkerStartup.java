package dev.overlap.trace;

/**
 * The time that a worker takes until it can execute its first task. Processes have one, threads do
 * not.
 *
 * @param beginNanos since time zero
 * @param endNanos when it was ready or had failed; {@link TaskTrack#OPEN} until then
 * @param inPlaceOf the dead worker that it replaces, or -1
 */
public record WorkerStartup(long beginNanos, long endNanos, int inPlaceOf) {

    /** Returns the time it took up to an instant, in nanoseconds. */
    public long nanos(long untilNanos) {
        return Math.max(0, Math.min(endNanos, untilNanos) - beginNanos);
    }
}
