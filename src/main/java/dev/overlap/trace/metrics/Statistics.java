package dev.overlap.trace.metrics;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

/**
 * The statistics of a run up to an instant. Times in nanoseconds.
 *
 * @param wallNanos from time zero to the end of the last task, or to the instant while tasks are
 *     running
 * @param workNanos the derived time of running all tasks one after another; {@link
 *     UncontendedTimes#UNKNOWN} if it cannot be derived
 * @param cpuNanos the CPU time of all computations, as far as the platform reports it
 * @param longestNanos the time of the longest task alone; {@link UncontendedTimes#UNKNOWN} if no
 *     task succeeded
 * @param longestTask the index of that task, or -1
 * @param lowerBound the time in which no model can do the list faster
 * @param peakInFlight the largest number of tasks in flight at once
 * @param meanInFlight the mean number of tasks in flight over the wall time
 * @param startUpNanos how much shorter the wall time would be if the workers had been ready at time
 *     zero; see {@link StartupCost#nanosOf}
 */
public record Statistics(
        long wallNanos,
        long workNanos,
        long cpuNanos,
        long longestNanos,
        int longestTask,
        LowerBound lowerBound,
        int peakInFlight,
        double meanInFlight,
        int tasks,
        int answered,
        int computed,
        int done,
        int failed,
        int cancelled,
        long startUpNanos) {

    /** Computes the statistics of a trace up to an instant. */
    public static Statistics of(Trace trace, long untilNanos) {
        UncontendedTimes alone = UncontendedTimes.of(trace, untilNanos);
        long cpu = 0;
        int[] counts = new int[5];
        long lastEnd = 0;
        for (TaskTrack task : trace.tasks()) {
            cpu += Math.max(0, task.cpuNanos(untilNanos));
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
                alone.lowerBound(),
                curve.peak(),
                curve.mean(lastEnd),
                trace.tasks().size(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                StartupCost.nanosOf(trace, untilNanos));
    }

    private static void count(int[] counts, @Nullable Outcome outcome) {
        if (outcome == null) {
            return;
        }
        switch (outcome) {
            case Outcome.Answered _ -> counts[0]++;
            case Outcome.Computed _ -> counts[1]++;
            case Outcome.Done _ -> counts[2]++;
            case Outcome.Failed _ -> counts[3]++;
            case Outcome.Cancelled _ -> counts[4]++;
        }
    }

    /** Returns the wall time without the start-up of workers. */
    public long wallWithoutStartUpNanos() {
        return wallNanos - startUpNanos;
    }

    /** Returns the number of tasks that have ended. */
    int ended() {
        return answered + computed + done + failed + cancelled;
    }

    /**
     * Returns the work divided by the wall time: the derived speed-up over running one task after
     * another. NaN if it cannot be derived or nothing was done.
     */
    public double derivedSpeedUp() {
        return workNanos <= 0 || wallNanos <= 0 ? Double.NaN : (double) workNanos / wallNanos;
    }
}
