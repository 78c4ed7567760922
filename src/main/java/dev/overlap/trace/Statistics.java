package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run, up to an instant. Times in nanoseconds.
 *
 * @param wallNanos from time zero to the end of the last task, or to the instant while tasks go on
 * @param workNanos the sum of what all tasks need by themselves: how long one after another would
 *     take, derived; {@link StandaloneTimes#UNKNOWN} where that cannot be said
 * @param cpuNanos the CPU time of all computations, as far as the platform tells
 * @param longestNanos the most that one task needs by itself: the list cannot be done sooner;
 *     {@link StandaloneTimes#UNKNOWN} where no task tells
 * @param longestTask that task, or -1 where there is none
 * @param peakInFlight the most tasks that were in flight at once
 * @param meanInFlight the mean of those in flight over the wall time
 * @param startUpNanos how much shorter the wall would be if the workers had been there at time
 *     zero; see {@link StartupCost#nanosOf}
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
        StandaloneTimes alone = StandaloneTimes.of(trace, untilNanos);
        long cpu = 0;
        int[] counts = new int[4];
        long lastEnd = 0;
        for (TaskTrack task : trace.tasks()) {
            cpu += task.cpuNanos() < 0 ? 0 : task.workNanos(untilNanos);
            lastEnd = Math.max(lastEnd, Math.min(task.endNanos(), untilNanos));
            count(counts, task.endNanos() <= untilNanos ? task.outcome() : null);
        }
        ConcurrencyCurve curve = ConcurrencyCurve.of(trace, untilNanos);
        return new Statistics(
                lastEnd,
                alone.sumNanos(),
                cpu,
                alone.longestNanos(),
                alone.longestTask(),
                curve.peak(),
                curve.mean(lastEnd),
                trace.tasks().size(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                StartupCost.nanosOf(trace, untilNanos));
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
     * named as derived. NaN where it cannot be said, or where nothing was done.
     */
    public double derivedSpeedUp() {
        return workNanos <= 0 || wallNanos <= 0 ? Double.NaN : (double) workNanos / wallNanos;
    }
}
