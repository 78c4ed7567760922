package dev.overlap.trace.waits;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

/**
 * Explains why a task was queued in a run that limits concurrent tasks: it waited for another one
 * to end.
 */
final class ConcurrencyLimitWaits {

    private final Trace trace;

    ConcurrencyLimitWaits(Trace trace) {
        this.trace = trace;
    }

    @Nullable Wait during(Stretch queued) {
        if (!queued.isWorthACause()) {
            return null;
        }
        return isFull(queued)
                ? new Wait.ForPlace(
                        queued.nanos(),
                        queued.over(),
                        trace.maxConcurrentTasks(),
                        lastToEnd(queued))
                : new Wait.ForHandingOver(queued.nanos(), queued.over(), false);
    }

    /**
     * Samples three instants, since at any one of them a permit may just be passing from one task
     * to the next.
     */
    private boolean isFull(Stretch queued) {
        for (int quarter = 1; quarter <= 3; quarter++) {
            if (runningAt(queued.begin() + queued.nanos() * quarter / 4)
                    >= trace.maxConcurrentTasks()) {
                return true;
            }
        }
        return false;
    }

    private int runningAt(long at) {
        int count = 0;
        for (TaskTrack task : trace.tasks()) {
            boolean handedOver = task.segments() > 1 && task.begin(1) <= at;
            count += handedOver && at < task.endNanos() ? 1 : 0;
        }
        return count;
    }

    /** Returns the task that ended last before the wait was over, or -1. */
    private int lastToEnd(Stretch queued) {
        int last = -1;
        long end = queued.begin();
        for (TaskTrack task : trace.tasks()) {
            if (queued.over() && task.endNanos() <= queued.end() && task.endNanos() > end) {
                last = task.index();
                end = task.endNanos();
            }
        }
        return last;
    }
}
