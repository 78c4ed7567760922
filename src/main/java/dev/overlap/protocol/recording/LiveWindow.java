package dev.overlap.protocol.recording;

/**
 * What the streams of a live recording share: the window in which their events are put into order,
 * and the run that they are written to then.
 *
 * <p>Threads: safe for any; whoever uses the run holds this object's lock.
 */
final class LiveWindow {

    /** The time of what is no event of the program itself. */
    static final long NO_EVENT = Long.MIN_VALUE;

    private final RunWriter run;
    private final EventOrder order = new EventOrder();
    private long lastEventNanos = NO_EVENT;

    LiveWindow(RunWriter run) {
        this.run = run;
    }

    RunWriter run() {
        return run;
    }

    RunNotes notes() {
        return run.notes();
    }

    EventOrder order() {
        return order;
    }

    /** Adds what a stream tells; returns false if there is too much of it. */
    synchronized boolean add(long nanos, long readNanos, Runnable action) {
        lastEventNanos = Math.max(lastEventNanos, readNanos);
        if (order.size() >= RecordingLimits.MAX_WAITING) {
            run.notes().tooMany++;
            return false;
        }
        order.add(nanos, action);
        return true;
    }

    /** Writes all that is not younger than an instant. */
    synchronized void runUntil(long nanos) {
        order.runUntil(nanos);
    }

    /** Returns when the last event was read, or {@link #NO_EVENT} if there was none. */
    synchronized long lastEventNanos() {
        return lastEventNanos;
    }
}
