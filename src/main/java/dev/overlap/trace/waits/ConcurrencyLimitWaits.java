package dev.overlap.trace.waits;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

/** What a queued task waited for where only so many may go on at once: the end of another one. */
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
                        queued.nanos(), queued.over(), trace.mostAtOnce(), madeRoom(queued))
                : new Wait.ForHandingOver(queued.nanos(), queued.over(), false);
    }

    /** Looked at three times, because a place may just be changing hands at any of them. */
    private boolean isFull(Stretch queued) {
        for (int quarter = 1; quarter <= 3; quarter++) {
            if (underWay(queued.begin() + queued.nanos() * quarter / 4) >= trace.mostAtOnce()) {
                return true;
            }
        }
        return false;
    }

    private int underWay(long at) {
        int count = 0;
        for (TaskTrack task : trace.tasks()) {
            boolean handedOver = task.segments() > 1 && task.begin(1) <= at;
            count += handedOver && at < task.endNanos() ? 1 : 0;
        }
        return count;
    }

    /** The task that ended last before the wait was over, or -1. */
    private int madeRoom(Stretch queued) {
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
