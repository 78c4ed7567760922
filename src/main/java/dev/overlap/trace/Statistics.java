package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run, up to an instant. Times in nanoseconds.
 *
 * @param wallNanos from time zero to the end of the last task, or to the instant while tasks go on
 * @param workNanos the sum of all tasks' work: how long one after another would take, derived
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
        long longestNanos,
        int longestTask,
        int peakInFlight,
        double meanInFlight,
        int tasks,
        int answered,
        int failed,
        int cancelled,
        long startUpNanos) {

    /** Counts and sums a trace up to an instant. */
    public static Statistics of(Trace trace, long untilNanos) {
        long work = 0;
        long longest = 0;
        int longestTask = -1;
        int[] counts = new int[3];
        long lastEnd = 0;
        for (TaskTrack task : trace.tasks()) {
            long own = task.workNanos(untilNanos);
            work += own;
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
                longest,
                longestTask,
                curve.peak(),
                curve.mean(lastEnd),
                trace.tasks().size(),
                counts[0],
                counts[1],
                counts[2],
                StartUp.nanosOf(trace, untilNanos));
    }

    private static void count(int[] counts, @Nullable Outcome outcome) {
        if (outcome == null) {
            return;
        }
        switch (outcome) {
            case Outcome.Answered _, Outcome.Computed _ -> counts[0]++;
            case Outcome.Failed _ -> counts[1]++;
            case Outcome.Cancelled _ -> counts[2]++;
        }
    }

    /** The wall time without the start-up of workers. */
    public long wallWithoutStartUpNanos() {
        return wallNanos - startUpNanos;
    }

    /** How many tasks have ended. */
    public int ended() {
        return answered + failed + cancelled;
    }

    /**
     * The sum of work over the wall time: an estimate of the gain over one after another, to be
     * named as derived.
     */
    public double derivedSpeedUp() {
        return wallNanos == 0 ? 1 : (double) workNanos / wallNanos;
    }
}
