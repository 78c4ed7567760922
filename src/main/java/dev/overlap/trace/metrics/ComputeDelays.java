package dev.overlap.trace.metrics;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/** Finds how much longer computations took than the processor time that they used. Used once. */
final class ComputeDelays {

    private final Trace trace;
    private final ContentionIntervals own;

    /**
     * @param own when the run itself kept all processors busy
     */
    ComputeDelays(Trace trace, ContentionIntervals own) {
        this.trace = trace;
        this.own = own;
    }

    DelayStatistics find() {
        DelayStatistics delayStatistics = new DelayStatistics();
        for (TaskTrack task : trace.tasks()) {
            // a computation that was stopped may have waited for the step that ends it
            if (task.cpuNanos() > 0 && task.hasSucceeded()) {
                add(task, delayStatistics);
            }
        }
        return delayStatistics;
    }

    private void add(TaskTrack task, DelayStatistics delayStatistics) {
        long computing = 0;
        long crowded = 0;
        for (int s = 0, n = task.segments(); s < n; s++) {
            if (task.phase(s).usesCpu()) {
                computing += task.end(s) - task.begin(s);
                crowded += own.ofProcessors(task.begin(s), task.end(s));
            }
        }
        delayStatistics.add(Math.max(0, computing - task.cpuNanos()), crowded, task.cpuNanos());
    }
}
