package dev.overlap.comparison;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.ConcurrencyCurve;
import dev.overlap.trace.metrics.WorkerCounts;

/**
 * The metrics of one run besides its time.
 *
 * @param threads platform threads that ran steps of tasks: threads, event loops, and the carriers
 *     observed with virtual threads
 * @param virtualThreads the number of virtual threads started
 * @param processes the number of worker processes started, including replacements of failed ones
 * @param peakInFlight the maximum number of tasks in flight at once
 * @param failed tasks that ended with a failure
 * @param cancelled tasks that were stopped
 */
public record RunMetrics(
        int threads,
        int virtualThreads,
        int processes,
        int peakInFlight,
        int tasks,
        int failed,
        int cancelled) {

    /** Computes the metrics of a trace in its current state; sorts all phases. */
    public static RunMetrics of(Trace trace) {
        WorkerCounts workers = WorkerCounts.of(trace);
        return new RunMetrics(
                workers.of(WorkerTrack.Role.THREAD)
                        + workers.of(WorkerTrack.Role.LOOP)
                        + trace.carriersSeen(),
                workers.of(WorkerTrack.Role.VIRTUAL_THREAD),
                workers.of(WorkerTrack.Role.PROCESS),
                ConcurrencyCurve.of(trace, trace.horizonNanos()).peak(),
                trace.tasks().size(),
                count(trace, Outcome.Failed.class),
                count(trace, Outcome.Cancelled.class));
    }

    /**
     * The number of undone tasks of a trace: failed or cancelled. None is, if the program only
     * wanted the first result and has it. Visits every task.
     */
    public static int undoneIn(Trace trace) {
        if (trace.hasWinner()) {
            return 0;
        }
        return count(trace, Outcome.Failed.class) + count(trace, Outcome.Cancelled.class);
    }

    private static int count(Trace trace, Class<? extends Outcome> kind) {
        return Math.toIntExact(
                trace.tasks().stream().filter(task -> kind.isInstance(task.outcome())).count());
    }
}
