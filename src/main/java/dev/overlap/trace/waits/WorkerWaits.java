package dev.overlap.trace.waits;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a task waited for that wanted a thread or the like: the first one to be free. */
final class WorkerWaits {

    /** How long a worker may be between two tasks and still count as busy: handing over. */
    private static final long BETWEEN_NANOS = Stretch.WORTH_NANOS;

    private final Trace trace;
    private final TaskTrack task;
    private final boolean toHelper;

    /**
     * For the waits of a task.
     *
     * @param toHelper whether they are for a helper of the loop that had come to the task before
     */
    WorkerWaits(Trace trace, TaskTrack task, boolean toHelper) {
        this.trace = trace;
        this.task = task;
        this.toHelper = toHelper;
    }

    /** The same as {@link #during} for a queued task; a loop takes tasks at any time. */
    @Nullable Wait toBeHandedOver(Stretch queued) {
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
            return behind(own, own.sliceAt(wait.end()), wait);
        }
        List<WorkerTrack> threads = threads();
        if (!threads.isEmpty() && threads.stream().allMatch(one -> isStarting(one, wait.end()))) {
            return new Wait.ForStartUp(wait.nanos(), wait.over(), -1);
        }
        return allBusyAt(threads, wait.end())
                ? new Wait.ForWorker(wait.nanos(), wait.over(), threads.size(), -1, 0, -1, 0)
                : new Wait.ForHandingOver(wait.nanos(), wait.over(), toHelper);
    }

    private Wait behind(WorkerTrack thread, int own, Stretch wait) {
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

    /** The one that is busy with the task at an instant; often it is known who carries it. */
    private @Nullable WorkerTrack ownAt(long nanos) {
        WorkerTrack carrier = task.worker() < 0 ? null : trace.worker(task.worker());
        List<WorkerTrack> candidates =
                carrier != null && carrier.role().carriesOneAtATime()
                        ? List.of(carrier)
                        : threads();
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
                .filter(worker -> worker.role().carriesOneAtATime())
                .toList();
    }

    private static boolean allBusyAt(List<WorkerTrack> threads, long nanos) {
        return !threads.isEmpty() && threads.stream().allMatch(thread -> isBusy(thread, nanos));
    }

    private static boolean isBusy(WorkerTrack thread, long nanos) {
        int slice = thread.sliceAt(nanos);
        return isStarting(thread, nanos)
                || (slice >= 0 && thread.end(slice) >= nanos - BETWEEN_NANOS);
    }

    private static boolean isStarting(WorkerTrack worker, long nanos) {
        WorkerStartup startUp = worker.startUp();
        return startUp != null && startUp.beginNanos() <= nanos && nanos < startUp.endNanos();
    }
}
