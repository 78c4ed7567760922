package dev.overlap.lesson.scheduler;

import java.util.List;

/** A step of a thread that adds one to a counter. */
public enum ScheduledStep {
    /** Takes the lock. */
    LOCK,
    /** Reads the counter into the thread's own copy. */
    READ,
    /** Adds one to the copy. */
    ADD,
    /** Writes the copy to the counter. */
    WRITE,
    /** Gives the lock back. */
    UNLOCK;

    private static final List<ScheduledStep> UNLOCKED = List.of(READ, ADD, WRITE);
    private static final List<ScheduledStep> LOCKED = List.of(values());

    /**
     * Returns the steps of one thread, in order.
     *
     * @param locked whether it holds a lock while it counts
     */
    static List<ScheduledStep> all(boolean locked) {
        return locked ? LOCKED : UNLOCKED;
    }
}
