package dev.overlap.render;

/** What a row of the chart stands for: four groupings of the same trace. */
public enum RowGrouping {
    /** One row per task, with the worker lanes below. */
    TASKS,
    /** One row per worker, showing the tasks it ran. */
    WORKERS,
    /** One row per connection, showing its exchanges, with the worker lanes below. */
    CONNECTIONS,
    /** One row per resource that tasks share, showing who had it and who waited. */
    RESOURCES;

    /** The next grouping, cyclically. */
    public RowGrouping next() {
        return switch (this) {
            case TASKS -> WORKERS;
            case WORKERS -> CONNECTIONS;
            case CONNECTIONS -> RESOURCES;
            case RESOURCES -> TASKS;
        };
    }
}
