package dev.overlap.trace.metrics;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/**
 * What a program has collected up to an instant.
 *
 * @param firstNanos when it had the first result of a task that succeeded, in nanoseconds since
 *     time zero; -1 if it has none yet
 * @param waiting how many tasks are done whose results it has not collected yet
 */
public record CollectedResults(long firstNanos, int waiting) {

    /**
     * Visits every task. What is collected right after the end of the last task counts as collected
     * at that end.
     */
    public static CollectedResults of(Trace trace, long untilNanos) {
        boolean isWhole = trace.isFinished() && untilNanos >= trace.wallNanos();
        return upTo(trace, isWhole ? Long.MAX_VALUE - 1 : untilNanos);
    }

    private static CollectedResults upTo(Trace trace, long untilNanos) {
        long first = -1;
        int waiting = 0;
        for (TaskTrack task : trace.tasks()) {
            long collected = task.collectedNanos();
            boolean has = collected >= 0 && collected <= untilNanos;
            if (has && task.hasSucceeded()) {
                first = first < 0 ? collected : Math.min(first, collected);
            }
            if (!has && task.endNanos() <= untilNanos && task.hasSucceeded()) {
                waiting++;
            }
        }
        return new CollectedResults(first, waiting);
    }

    /** Returns what had been collected when the run was over. */
    public static CollectedResults of(Trace trace) {
        return upTo(trace, Long.MAX_VALUE - 1);
    }
}
