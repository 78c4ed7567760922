package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

/** What the start-up of a run's workers costs. */
final class StartupCost {

    private StartupCost() {}

    /**
     * How much of the wall time up to an instant is start-up; in nanoseconds.
     *
     * <p>Workers start at the same time, so neither the sum of their start-ups nor the longest one
     * is what the run would have saved without. Instead every worker keeps the tasks that it had,
     * and loses its start-up, and that of those whose place it took; the worker that is then the
     * last to end gives the wall without start-up. It is an estimate insofar as, without start-up,
     * other workers might have taken other tasks. Tasks that no worker has taken say nothing.
     */
    static long nanosOf(Trace trace, long untilNanos) {
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
