package dev.overlap.trace.metrics;

import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

/**
 * The context switches of a run. At an {@code await} a task yields the thread voluntarily; between
 * threads the operating system preempts.
 *
 * @param voluntary finished steps of tasks on an event loop: each yields the loop, by suspending or
 *     by ending its task
 * @param involuntary how often the operating system preempted a worker's thread that was still
 *     runnable, or {@value #UNKNOWN} where the platform does not report it
 */
public record ContextSwitches(long voluntary, long involuntary) {

    public static final long UNKNOWN = WorkerTrack.NOT_REPORTED;

    /**
     * Counts the switches of a trace up to an instant. Involuntary ones become known when a
     * worker's task ends and are counted whatever the instant: the system reports how many, not
     * when.
     */
    public static ContextSwitches of(Trace trace, long untilNanos) {
        long voluntary = 0;
        long involuntary = UNKNOWN;
        for (WorkerTrack worker : trace.workers()) {
            if (worker.role() == WorkerTrack.Role.LOOP) {
                voluntary += steps(worker, untilNanos);
            }
            long count = worker.involuntarySwitches();
            if (count != UNKNOWN) {
                involuntary = Math.max(0, involuntary) + count;
            }
        }
        return new ContextSwitches(voluntary, involuntary);
    }

    private static long steps(WorkerTrack loop, long untilNanos) {
        long steps = 0;
        for (int slice = 0, last = loop.sliceAt(untilNanos); slice <= last; slice++) {
            if (loop.task(slice) >= 0 && loop.end(slice) <= untilNanos) {
                steps++;
            }
        }
        return steps;
    }
}
