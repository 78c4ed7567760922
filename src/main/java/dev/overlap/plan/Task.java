package dev.overlap.plan;

/**
 * One site, done once.
 *
 * @param index the index in the plan, which identifies the task in the trace
 * @param site what to do
 * @param line the index of the line in the site list
 */
public record Task(int index, Site site, int line) {

    /** Returns the task as shown to users, free of secrets. */
    public String label() {
        return site.label();
    }

    /** Returns the same task with another index. */
    Task at(int index) {
        return new Task(index, site, line);
    }
}
