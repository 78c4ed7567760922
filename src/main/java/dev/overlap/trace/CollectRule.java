package dev.overlap.trace;

/** When a program collects the results of its tasks. */
public enum CollectRule {
    /** All of them once the last task is done. */
    AT_END,

    /** One at a time, while other tasks still run. */
    EACH,

    /** Only the first of a task that succeeds. */
    FIRST
}
