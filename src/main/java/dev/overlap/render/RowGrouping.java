package dev.overlap.render;

/** What a row of the chart is: the same trace, folded in one of three ways. */
public enum RowGrouping {
    /** A row a task, and the lanes of the workers under them. */
    TASKS,
    /** A row a worker: who did the work. */
    WORKERS,
    /** A row a connection: which exchanges it carried, and the lanes of the workers under them. */
    CONNECTIONS;

    /** The one that follows this, round and round. */
    public RowGrouping next() {
        return switch (this) {
            case TASKS -> WORKERS;
            case WORKERS -> CONNECTIONS;
            case CONNECTIONS -> TASKS;
        };
    }
}
