package dev.overlap.trace.metrics;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;

import org.jspecify.annotations.Nullable;

/** Computes what the start-up of a run's workers costs. */
public final class StartupCost {

    private StartupCost() {}

    /**
     * Returns the share of start-up in the wall time up to an instant, in nanoseconds.
     *
     * <p>Workers start concurrently, so neither the sum of their start-up times nor the longest is
     * what the run would have saved. Instead every worker keeps its tasks, but its start-up, and
     * that of the workers that it replaced, is subtracted; the worker that then ends last gives the
     * wall time without start-up. This is an estimate, since without start-up the tasks might have
     * been distributed differently. Tasks without a worker are ignored.
     */
    public static long nanosOf(Trace trace, long untilNanos) {
        if (trace.workers().stream().allMatch(worker -> worker.startUp() == null)) {
            return 0;
        }
        long wall = 0;
        long without = 0;
        for (TaskTrack task : trace.tasks()) {
            long end = Math.min(task.endNanos(), untilNanos);
            wall = Math.max(wall, end);
            if (task.worker() >= 0) {
                without = Math.max(without, end - startUpBefore(trace, task, untilNanos));
            }
        }
        return wall - without;
    }

    private static long startUpBefore(Trace trace, TaskTrack task, long untilNanos) {
        long sum = 0;
        @Nullable WorkerStartup startUp = trace.worker(task.worker()).startUp();
        while (startUp != null) {
            sum += startUp.nanos(untilNanos);
            int before = startUp.inPlaceOf();
            startUp = before < 0 ? null : trace.worker(before).startUp();
        }
        return sum;
    }
}
