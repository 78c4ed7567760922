package dev.overlap.plan;

/**
 * One site, done once.
 *
 * @param index its place in the plan, from 0; the trace knows it by this number
 * @param site what to do
 * @param line the line of the site list that asked for it, from 0
 */
public record Task(int index, Site site, int line) {

    /** The task as people see it, free of secrets. */
    public String label() {
        return site.label();
    }

    /** The same thing to do, at another place of the plan. */
    Task at(int index) {
        return new Task(index, site, line);
    }
}
