package dev.overlap.trace.waits;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Explains why a task waited for a worker: a thread or a process. */
final class WorkerWaits {

    /**
     * The longest gap between two tasks for a worker to count as busy throughout: the time that
     * dispatching takes.
     */
    private static final long MAX_GAP_NANOS = Stretch.MIN_WAIT_NANOS;

    private final Trace trace;
    private final TaskTrack task;
    private final boolean toHelper;

    /**
     * Creates the analysis for a task.
     *
     * @param toHelper whether a loop handed the task to a helper thread
     */
    WorkerWaits(Trace trace, TaskTrack task, boolean toHelper) {
        this.trace = trace;
        this.task = task;
        this.toHelper = toHelper;
    }

    /** As {@link #during}, for a queued task; a loop accepts tasks at any time. */
    @Nullable Wait toBeDispatched(Stretch queued) {
        boolean loop =
                trace.workers().stream().anyMatch(one -> one.role() == WorkerTrack.Role.LOOP);
        return loop && queued.isWorthACause()
                ? new Wait.ForHandingOver(queued.nanos(), queued.over(), false)
                : during(queued);
    }

    @Nullable Wait during(Stretch wait) {
        if (!wait.isWorthACause()) {
            return null;
        }
        WorkerTrack own = ownAt(wait.end());
        if (own != null) {
            return waitFor(own, own.sliceAt(wait.end()), wait);
        }
        List<WorkerTrack> threads = threads();
        if (!threads.isEmpty() && threads.stream().allMatch(one -> isStarting(one, wait.end()))) {
            return new Wait.ForStartUp(wait.nanos(), wait.over(), -1);
        }
        return allBusyAt(threads, wait.end())
                ? new Wait.ForWorker(wait.nanos(), wait.over(), threads.size(), -1, 0, -1, 0)
                : new Wait.ForHandingOver(wait.nanos(), wait.over(), toHelper);
    }

    private Wait waitFor(WorkerTrack thread, int own, Stretch wait) {
        WorkerStartup startUp = thread.startUp();
        if (own == 0 && startUp != null) {
            return new Wait.ForStartUp(startUp.nanos(wait.end()), wait.over(), thread.index());
        }
        long free = own == 0 ? 0 : thread.end(own - 1);
        if (free <= wait.begin() || !allBusyAt(threads(), free)) {
            return new Wait.ForHandingOver(wait.nanos(), wait.over(), toHelper);
        }
        int first = Math.max(0, thread.sliceAt(wait.begin()));
        return new Wait.ForWorker(
                wait.nanos(),
                wait.over(),
                threads().size(),
                thread.index(),
                own - first,
                thread.task(own - 1),
                free);
    }

    /** Returns the worker that is busy with the task at an instant. */
    private @Nullable WorkerTrack ownAt(long nanos) {
        WorkerTrack known = task.worker() < 0 ? null : trace.worker(task.worker());
        List<WorkerTrack> candidates =
                known != null && known.role().runsOneTaskAtATime() ? List.of(known) : threads();
        for (WorkerTrack thread : candidates) {
            int slice = thread.sliceAt(nanos);
            if (slice >= 0 && thread.task(slice) == task.index()) {
                return thread;
            }
        }
        return null;
    }

    private List<WorkerTrack> threads() {
        return trace.workers().stream()
                .filter(worker -> worker.role().runsOneTaskAtATime())
                .toList();
    }

    private static boolean allBusyAt(List<WorkerTrack> threads, long nanos) {
        return !threads.isEmpty() && threads.stream().allMatch(thread -> isBusy(thread, nanos));
    }

    private static boolean isBusy(WorkerTrack thread, long nanos) {
        int slice = thread.sliceAt(nanos);
        return isStarting(thread, nanos)
                || (slice >= 0 && thread.end(slice) >= nanos - MAX_GAP_NANOS);
    }

    private static boolean isStarting(WorkerTrack worker, long nanos) {
        WorkerStartup startUp = worker.startUp();
        return startUp != null && startUp.beginNanos() <= nanos && nanos < startUp.endNanos();
    }
}
