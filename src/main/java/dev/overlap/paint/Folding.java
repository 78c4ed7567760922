package dev.overlap.paint;

/** What a row of the chart is: the same trace, folded one way or the other. */
public enum Folding {
    /** A row a task, and the lanes of the workers under them. */
    TASKS,
    /** A row a worker: who did the work. */
    WORKERS
}
