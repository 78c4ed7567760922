package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

/** When a task began: when it left the queue in which all tasks wait from time zero on. */
final class TaskStart {

    static final long NEVER = Long.MAX_VALUE;

    private TaskStart() {}

    /** Returns the instant in nanoseconds since time zero, or {@link #NEVER} if there is none. */
    static long nanos(TaskTrack task) {
        for (int segment = 0, n = task.segments(); segment < n; segment++) {
            if (task.phase(segment) != Phase.QUEUED) {
                return task.begin(segment);
            }
        }
        return NEVER;
    }
}
