package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run, up to an instant. Times in nanoseconds.
 *
 * @param wallNanos from time zero to the end of the last task, or to the instant while tasks go on
 * @param workNanos the sum of all tasks' work: how long one after another would take, derived
 * @param cpuNanos the CPU time of all computations, as far as the platform tells
 * @param longestNanos the largest work of one task: nothing can finish sooner
 * @param longestTask the task with that work, or -1 if there is no task
 * @param peakInFlight the most tasks that were in flight at once
 * @param meanInFlight the mean of those in flight over the wall time
 * @param startUpNanos how much shorter the wall would be if the workers had been there at time
 *     zero; see {@link StartUp#nanosOf}
 */
public record Statistics(
        long wallNanos,
        long workNanos,
        long cpuNanos,
        long longestNanos,
        int longestTask,
        int peakInFlight,
        double meanInFlight,
        int tasks,
        int answered,
        int computed,
        int failed,
        int cancelled,
        long startUpNanos) {

    /** Counts and sums a trace up to an instant. */
    public static Statistics of(Trace trace, long untilNanos) {
        long work = 0;
        long cpu = 0;
        long longest = 0;
        int longestTask = -1;
        int[] counts = new int[4];
        long lastEnd = 0;
        for (TaskTrack task : trace.tasks()) {
            long own = task.workNanos(untilNanos);
            work += own;
            cpu += task.cpuNanos() < 0 ? 0 : own;
            if (own > longest || longestTask < 0) {
                longest = own;
                longestTask = task.index();
            }
            lastEnd = Math.max(lastEnd, Math.min(task.endNanos(), untilNanos));
            count(counts, task.endNanos() <= untilNanos ? task.outcome() : null);
        }
        InFlight curve = InFlight.of(trace, untilNanos);
        return new Statistics(
                lastEnd,
                work,
                cpu,
                longest,
                longestTask,
                curve.peak(),
                curve.mean(lastEnd),
                trace.tasks().size(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                StartUp.nanosOf(trace, untilNanos));
    }

    private static void count(int[] counts, @Nullable Outcome outcome) {
        if (outcome == null) {
            return;
        }
        switch (outcome) {
            case Outcome.Answered _ -> counts[0]++;
            case Outcome.Computed _ -> counts[1]++;
            case Outcome.Failed _ -> counts[2]++;
            case Outcome.Cancelled _ -> counts[3]++;
        }
    }

    /**
     * What no model can beat on a machine: the longest task alone, or all computations spread
     * evenly over its cores, whichever is larger.
     *
     * @param cores how many processors the machine has, 1 or more
     */
    public long lowerBoundNanos(int cores) {
        return Math.max(longestNanos, cpuNanos / cores);
    }

    /** The wall time without the start-up of workers. */
    public long wallWithoutStartUpNanos() {
        return wallNanos - startUpNanos;
    }

    /** How many tasks have ended. */
    public int ended() {
        return answered + computed + failed + cancelled;
    }

    /**
     * The sum of work over the wall time: an estimate of the gain over one after another, to be
     * named as derived.
     */
    public double derivedSpeedUp() {
        return wallNanos == 0 ? 1 : (double) workNanos / wallNanos;
    }
}
