package dev.overlap.trace.metrics;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;

import java.util.Arrays;
import java.util.List;

/**
 * How long the tasks took that were completed by a moment; failed and cancelled ones are left out,
 * because theirs is not the time that the task takes. Computing it visits every task and sorts the
 * durations.
 *
 * @param fromStart the durations from leaving the queue to the end
 * @param withQueue the durations from time zero to the end, as charts show them
 * @param ended the number of tasks that had ended, however they ended
 */
public record TaskDurations(
        DurationDistribution fromStart, DurationDistribution withQueue, int ended) {

    /** Returns the durations at a moment. */
    public static TaskDurations of(TraceMoment moment) {
        int ended = 0;
        int completed = 0;
        List<TaskTrack> tasks = moment.trace().tasksSoFar();
        long[] fromStart = new long[tasks.size()];
        long[] withQueue = new long[fromStart.length];
        for (TaskTrack task : tasks) {
            if (moment.hasEnded(task)) {
                ended++;
                if (task.hasSucceeded()) {
                    long end = task.endNanos();
                    fromStart[completed] = end - Math.min(task.startNanos(), end);
                    withQueue[completed++] = end - task.beginNanos();
                }
            }
        }
        return new TaskDurations(
                DurationDistribution.of(Arrays.copyOf(fromStart, completed)),
                DurationDistribution.of(Arrays.copyOf(withQueue, completed)),
                ended);
    }

    /** Returns how many ended but were not completed, so that their durations are left out. */
    public int leftOut() {
        return ended - fromStart.count();
    }
}
