package dev.overlap.compare;

import dev.overlap.trace.Headcount;
import dev.overlap.trace.InFlight;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.BitSet;

/**
 * What a table tells of one run beside its time.
 *
 * @param threads the threads of the system that took tasks' steps: threads, loops, and the carriers
 *     on which virtual threads were seen
 * @param virtualThreads how many of these were hired
 * @param processes how many worker processes were hired, those in the place of dead ones included
 * @param peakInFlight the most tasks that were in flight at once
 * @param failed tasks that a fault ended
 * @param cancelled tasks that were stopped
 */
public record RunFigures(
        int threads,
        int virtualThreads,
        int processes,
        int peakInFlight,
        int tasks,
        int failed,
        int cancelled) {

    /** Counts a trace as far as it has come; costs a sort of all phases. */
    public static RunFigures of(Trace trace) {
        Headcount workers = Headcount.of(trace);
        return new RunFigures(
                workers.of(WorkerTrack.Role.THREAD)
                        + workers.of(WorkerTrack.Role.LOOP)
                        + carriers(trace),
                workers.of(WorkerTrack.Role.VIRTUAL_THREAD),
                workers.of(WorkerTrack.Role.PROCESS),
                InFlight.of(trace, trace.horizonNanos()).peak(),
                trace.tasks().size(),
                count(trace, Outcome.Failed.class),
                count(trace, Outcome.Cancelled.class));
    }

    /** How many tasks did not do what they were asked to. */
    public int undone() {
        return failed + cancelled;
    }

    /** The same of a trace, for those who want no more of it. */
    static int undoneIn(Trace trace) {
        return count(trace, Outcome.Failed.class) + count(trace, Outcome.Cancelled.class);
    }

    private static int count(Trace trace, Class<? extends Outcome> kind) {
        return Math.toIntExact(
                trace.tasks().stream().filter(task -> kind.isInstance(task.outcome())).count());
    }

    /** How many different carriers were seen; there may have been more. */
    private static int carriers(Trace trace) {
        BitSet seen = new BitSet();
        for (WorkerTrack worker : trace.workers()) {
            for (int slice = 0, n = worker.slices(); slice < n; slice++) {
                see(worker.firstCarrier(slice), seen);
                see(worker.lastCarrier(slice), seen);
            }
        }
        return seen.cardinality();
    }

    private static void see(int carrier, BitSet seen) {
        if (carrier >= 0) {
            seen.set(carrier);
        }
    }
}
