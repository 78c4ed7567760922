package dev.overlap.trace.waits;

/**
 * A relation of a task to another task or to a worker, at an instant: what an arrow shows.
 *
 * @param cause why they are related
 * @param from the index of the task, or for {@link Cause#WORKER} of the worker, that it came from
 * @param atNanos when, since time zero
 * @param nanos how long the task had waited, or that the other kept it from running; 0 if it did
 *     not wait
 */
public record TaskLink(Cause cause, int from, long atNanos, long nanos) {

    /** Why a task is related to another one. */
    public enum Cause {
        /** The worker that took the task. */
        WORKER,
        /** The task after which a worker was free to take this one. */
        WORKER_FREED,
        /** The task whose end made room under the limit on concurrent tasks. */
        ROOM,
        /** The task that held the loop longest while this one was ready or had an event. */
        LOOP,
        /** The task that used the same connection before. */
        CONNECTION,
        /** The task whose connection ended, so that this one could open its own. */
        CONNECTION_FREED,
        /** A task that held what this one asked for. */
        RESOURCE
    }
}
