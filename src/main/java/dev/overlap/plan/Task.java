package dev.overlap.plan;

/**
 * The steps of one line, done once.
 *
 * @param index the index in the plan, which identifies the task in the trace
 * @param steps what to do
 * @param line the index of the line in the site list
 */
public record Task(int index, StepSequence steps, int line) {

    /** Returns the task as shown to users, free of secrets. */
    public String label() {
        return steps.label();
    }

    /** Returns the same task with another index. */
    Task at(int index) {
        return new Task(index, steps, line);
    }
}
