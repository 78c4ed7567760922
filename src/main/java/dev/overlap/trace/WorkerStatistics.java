package dev.overlap.trace;

import java.util.BitSet;

/**
 * What one worker has done up to an instant. Times in nanoseconds; the figures describe the same
 * slices that the worker's lane is drawn from.
 *
 * <pre>
 * occupied = time in slices, up to the instant
 * busy     = a loop:       occupied
 *            all others:   the part of occupied in which the slice's own task was in SEND, RECEIVE
 *                          or COMPUTE
 * waiting  = occupied - busy: the task holds the worker, and the worker can do nothing else; of a
 *            loop always 0, because it gives every wait back or, blocked, is busy with it
 * idle     = instant - start-up - occupied
 * cpu      = a process:    what the system says of the whole process, start-up included
 *            all others:   the sum over slices of the task's CPU time, times the share of the task's
 *                          COMPUTE that lies within the slice
 * </pre>
 *
 * So busy, waiting, idle and start-up add up to the instant. Idle is also the time before a thread
 * that is started for one task begins, and after it has ended.
 *
 * <p>Costs a look at the worker's slices and at the phases within them, found by binary search; the
 * other tasks of the run are not looked at, so ten thousand workers with a task each cost as much
 * as ten thousand tasks.
 *
 * @param tasks how many different tasks it has carried, or taken steps of
 * @param startUpNanos how long it has been starting up; 0 for what is there at once
 * @param cpuNanos its CPU time, or {@value #UNKNOWN}: no task of it told of any, or the instant is
 *     before the last end of a task, from when on that of a process is known
 */
public record WorkerStatistics(
        int tasks,
        long busyNanos,
        long waitingNanos,
        long idleNanos,
        long startUpNanos,
        long cpuNanos) {

    public static final long UNKNOWN = -1;

    /** Sums up what a worker of a trace has done up to an instant. */
    public static WorkerStatistics of(Trace trace, WorkerTrack worker, long untilNanos) {
        Sum sum = new Sum(trace, worker, untilNanos);
        for (int slice = 0, last = worker.sliceAt(untilNanos); slice <= last; slice++) {
            sum.add(slice);
        }
        return sum.numbers();
    }

    private static final class Sum {

        private final Trace trace;
        private final WorkerTrack worker;
        private final long until;
        private final BitSet tasks = new BitSet();
        private long occupied;
        private long busy;
        private long cpu = UNKNOWN;

        Sum(Trace trace, WorkerTrack worker, long until) {
            this.trace = trace;
            this.worker = worker;
            this.until = until;
        }

        void add(int slice) {
            long begin = worker.begin(slice);
            long end = Math.min(worker.end(slice), until);
            int task = worker.task(slice);
            occupied += end - begin;
            if (task >= 0) {
                tasks.set(task);
                add(trace.task(task), begin, end);
            }
        }

        private void add(TaskTrack task, long begin, long end) {
            long computed = 0;
            for (int s = Math.max(0, task.segmentAt(begin)), n = task.segments(); s < n; s++) {
                long from = Math.max(begin, task.begin(s));
                long nanos = Math.min(end, task.end(s)) - from;
                if (from >= end) {
                    break;
                }
                busy += task.phase(s).keepsWorkerBusy() ? Math.max(0, nanos) : 0;
                computed += task.phase(s).usesCpu() ? Math.max(0, nanos) : 0;
            }
            if (computed > 0 && task.cpuNanos() >= 0) {
                double share = (double) computed / task.nanosIn(Phase.COMPUTE, until);
                cpu = Math.max(0, cpu) + Math.round(task.workNanos(until) * share);
            }
        }

        WorkerStatistics numbers() {
            long busyNanos = worker.role().carriesOneAtATime() ? busy : occupied;
            long startUp = startUp();
            return new WorkerStatistics(
                    tasks.cardinality(),
                    busyNanos,
                    occupied - busyNanos,
                    Math.max(0, until - startUp - occupied),
                    startUp,
                    worker.role() == WorkerTrack.Role.PROCESS ? cpuOfProcess() : cpu);
        }

        private long startUp() {
            WorkerStartup startUp = worker.startUp();
            return startUp == null ? 0 : startUp.nanos(until);
        }

        /** The system says how much, not when: it is asked when a start-up or a task is over. */
        private long cpuOfProcess() {
            return until >= lastAsked() ? worker.cpuNanos() : UNKNOWN;
        }

        private long lastAsked() {
            for (int slice = worker.slices() - 1; slice >= 0; slice--) {
                if (worker.end(slice) != TaskTrack.OPEN) {
                    return Math.min(worker.end(slice), wall());
                }
            }
            WorkerStartup startUp = worker.startUp();
            return startUp == null ? 0 : startUp.endNanos();
        }

        /** A slice ends behind its task, so the last one may end behind the run. */
        private long wall() {
            return trace.isFinished() ? trace.wallNanos() : TaskTrack.OPEN;
        }
    }
}
