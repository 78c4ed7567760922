package dev.overlap.chart.background;

import dev.overlap.trace.Trace;

/**
 * A task of a trace at an instant: what questions about its waits are about.
 *
 * @param task its index
 * @param horizonNanos the instant, since time zero
 */
public record TaskMoment(Trace trace, int task, long horizonNanos) {

    /** Returns whether this is the same task, be it at another instant. */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    public boolean isOfSameTask(TaskMoment other) {
        return trace == other.trace && task == other.task;
    }
}
