package dev.overlap.trace.metrics;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

/**
 * What a worker did between two instants; both times are defined as in {@link WorkerStatistics}.
 * Times in nanoseconds.
 *
 * @param worker its index
 * @param occupiedNanos with a task, even one that only waited
 * @param busyNanos sending, receiving or computing for a task; of a loop, all that it ran
 */
public record WorkerUse(int worker, long occupiedNanos, long busyNanos) {

    /** Measures a worker by visiting the slices between the instants, and the phases in them. */
    static WorkerUse of(Trace trace, WorkerTrack worker, long fromNanos, long toNanos) {
        long occupied = 0;
        long busy = 0;
        int first = Math.max(0, worker.sliceAt(fromNanos));
        for (int s = first, n = worker.slices(); s < n && worker.begin(s) < toNanos; s++) {
            long begin = Math.max(worker.begin(s), fromNanos);
            long end = Math.min(worker.end(s), toNanos);
            if (end > begin) {
                occupied += end - begin;
                busy += worker.task(s) < 0 ? 0 : busy(trace.task(worker.task(s)), begin, end);
            }
        }
        boolean blocks = worker.role().runsOneTaskAtATime();
        return new WorkerUse(worker.index(), occupied, blocks ? busy : occupied);
    }

    private static long busy(TaskTrack task, long begin, long end) {
        long busy = 0;
        int first = Math.max(0, task.segmentAt(begin));
        for (int s = first, n = task.segments(); s < n && task.begin(s) < end; s++) {
            if (task.phase(s).keepsWorkerBusy()) {
                long nanos = Math.min(task.end(s), end) - Math.max(task.begin(s), begin);
                busy += Math.max(0, nanos);
            }
        }
        return busy;
    }
}
