package dev.overlap.trace;

/**
 * How often the thread passed from one task to another. At an {@code await} the task itself gives
 * it up; between threads the operating system takes it away.
 *
 * @param byChoice how many steps of tasks on a loop have come to their end: each gives the loop
 *     back, by suspending or by ending its task
 * @param byForce how often the system took the processor from a worker's thread that could have
 *     gone on (involuntary context switches), or {@value #UNKNOWN} where the platform tells of none
 */
public record ContextSwitches(long byChoice, long byForce) {

    public static final long UNKNOWN = WorkerTrack.NOT_REPORTED;

    /**
     * Counts a trace up to an instant. Those by force are known from the end of a worker's task on,
     * and are counted whatever the instant: the system says how many, not when.
     */
    public static ContextSwitches of(Trace trace, long untilNanos) {
        long byChoice = 0;
        long byForce = UNKNOWN;
        for (WorkerTrack worker : trace.workers()) {
            if (worker.role() == WorkerTrack.Role.LOOP) {
                byChoice += steps(worker, untilNanos);
            }
            long forced = worker.handOversByForce();
            if (forced != UNKNOWN) {
                byForce = Math.max(0, byForce) + forced;
            }
        }
        return new ContextSwitches(byChoice, byForce);
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
