package dev.overlap.comparison;

import dev.overlap.trace.ConcurrencyCurve;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerCounts;
import dev.overlap.trace.WorkerTrack;

/**
 * What a table tells of one run beside its time.
 *
 * @param threads the threads of the system that took tasks' steps: threads, loops, and the carriers
 *     on which virtual threads were seen
 * @param virtualThreads how many of these were started
 * @param processes how many worker processes were started, those in the place of dead ones included
 * @param peakInFlight the most tasks that were in flight at once
 * @param failed tasks that a fault ended
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

    /** Counts a trace as far as it has come; costs a sort of all phases. */
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

    /** How many tasks of a trace were left undone: failed or cancelled. Costs a look at each. */
    public static int undoneIn(Trace trace) {
        return count(trace, Outcome.Failed.class) + count(trace, Outcome.Cancelled.class);
    }

    private static int count(Trace trace, Class<? extends Outcome> kind) {
        return Math.toIntExact(
                trace.tasks().stream().filter(task -> kind.isInstance(task.outcome())).count());
    }
}
