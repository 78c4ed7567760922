package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

import java.util.BitSet;

/**
 * The statistics of one worker up to an instant. Times in nanoseconds, computed from the slices
 * that the worker's lane shows.
 *
 * <pre>
 * occupied = time in slices, up to the instant
 * busy     = a loop:       occupied
 *            all others:   the part of occupied in which the slice's own task was in SEND, RECEIVE
 *                          or COMPUTE
 * waiting  = occupied - busy: the task blocks the worker, which can do nothing else; for a
 *            loop always 0: it yields at every wait or, blocked, counts as busy
 * idle     = instant - start-up - occupied
 * cpu      = a process:    as reported by the system, start-up included
 *            all others:   the sum over slices of the task's CPU time, times the share of the task's
 *                          COMPUTE that lies within the slice
 * </pre>
 *
 * So busy, waiting, idle and start-up add up to the instant. The time before and after the life of
 * a thread that is started for one task counts as idle.
 *
 * <p>Visits the worker's slices and the phases within them, found by binary search, but no other
 * tasks: ten thousand workers with one task each cost as much as ten thousand tasks.
 *
 * @param tasks the number of distinct tasks that it has executed, or run steps of
 * @param startUpNanos the time it took to start; 0 for threads and loops
 * @param cpuNanos its CPU time, or {@value #UNKNOWN} if none of its tasks reported any or, for a
 *     process, if the instant is before the system was last asked
 */
public record WorkerStatistics(
        int tasks,
        long busyNanos,
        long waitingNanos,
        long idleNanos,
        long startUpNanos,
        long cpuNanos) {

    public static final long UNKNOWN = -1;

    /** Computes the statistics of a worker up to an instant. */
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
                cpu = Math.max(0, cpu) + Math.round(task.cpuNanos(until) * share);
            }
        }

        WorkerStatistics numbers() {
            long busyNanos = worker.role().runsOneTaskAtATime() ? busy : occupied;
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

        /** The system reports how much, not when: it is asked when a start-up or a task is over. */
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

        /** A slice ends after its task, so the last one may end after the run. */
        private long wall() {
            return trace.isFinished() ? trace.wallNanos() : TaskTrack.OPEN;
        }
    }
}
