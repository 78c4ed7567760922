package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a queued task waited for: the first free worker, if all were busy. */
final class WorkerWaits {

    /** How long a worker may be between two tasks and still count as busy: handing over. */
    private static final long BETWEEN_NANOS = Waits.WORTH_NANOS;

    private final TaskTrack task;
    private final List<WorkerTrack> threads;

    WorkerWaits(Trace trace, TaskTrack task) {
        this.task = task;
        this.threads =
                trace.workers().stream()
                        .filter(worker -> worker.role().carriesOneAtATime())
                        .toList();
    }

    @Nullable Wait during(Waits.Stretch queued) {
        if (!queued.isWorthACause()) {
            return null;
        }
        for (WorkerTrack thread : threads) {
            int own = thread.sliceAt(queued.end());
            if (own >= 0 && thread.task(own) == task.index()) {
                return behind(thread, own, queued);
            }
        }
        if (!threads.isEmpty() && threads.stream().allMatch(one -> isStarting(one, queued.end()))) {
            return new Wait.ForStartUp(queued.nanos(), queued.over(), -1);
        }
        return allBusyAt(queued.end())
                ? new Wait.ForWorker(queued.nanos(), queued.over(), threads.size(), -1, 0, -1, 0)
                : new Wait.ForHandingOver(queued.nanos(), queued.over());
    }

    private Wait behind(WorkerTrack thread, int own, Waits.Stretch queued) {
        StartUp startUp = thread.startUp();
        if (own == 0 && startUp != null) {
            return new Wait.ForStartUp(startUp.nanos(queued.end()), queued.over(), thread.index());
        }
        long free = own == 0 ? 0 : thread.end(own - 1);
        if (free <= queued.begin() || !allBusyAt(free)) {
            return new Wait.ForHandingOver(queued.nanos(), queued.over());
        }
        int first = Math.max(0, thread.sliceAt(queued.begin()));
        return new Wait.ForWorker(
                queued.nanos(),
                queued.over(),
                threads.size(),
                thread.index(),
                own - first,
                thread.task(own - 1),
                free);
    }

    private boolean allBusyAt(long nanos) {
        return !threads.isEmpty() && threads.stream().allMatch(thread -> isBusy(thread, nanos));
    }

    private static boolean isBusy(WorkerTrack thread, long nanos) {
        int slice = thread.sliceAt(nanos);
        return isStarting(thread, nanos)
                || (slice >= 0 && thread.end(slice) >= nanos - BETWEEN_NANOS);
    }

    private static boolean isStarting(WorkerTrack worker, long nanos) {
        StartUp startUp = worker.startUp();
        return startUp != null && startUp.beginNanos() <= nanos && nanos < startUp.endNanos();
    }
}
