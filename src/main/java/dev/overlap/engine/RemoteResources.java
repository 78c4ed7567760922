package dev.overlap.engine;

import dev.overlap.engine.process.RemoteTraceRecorder;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.resource.Claim;
import dev.overlap.engine.resource.ResourceAccess;
import dev.overlap.engine.resource.SharedCounter;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Reaches the resources of a run from a worker process: locks, permits and queues are the run's,
 * which is asked over the pipe, and the way there and back is part of the wait. Counters are this
 * process's own: processes share no memory.
 *
 * <p>Threads: {@link #granted} is called by any, all others by the process's only worker.
 */
final class RemoteResources implements ResourceAccess {

    private static final int NO_TASK = -1;

    private final RemoteTraceRecorder.Reports reports;
    private final Semaphore granted = new Semaphore(0);
    private final Map<String, SharedCounter> counters = new ConcurrentHashMap<>();
    private final Map<String, Integer> accesses = new ConcurrentHashMap<>();
    private volatile int task = NO_TASK;

    RemoteResources(RemoteTraceRecorder.Reports reports) {
        this.reports = reports;
    }

    /** Sets the task to ask for, by its index in the run. */
    synchronized void setTask(int task) {
        this.task = task;
        granted.drainPermits(); // left by a task that was stopped
    }

    @Override
    public void acquire(TaskExecution execution, Claim claim) throws InterruptedIOException {
        if (task == NO_TASK) {
            return; // of the warm-up
        }
        execution.enter(Phase.BLOCKED);
        @Nullable Abort before = execution.onStop(this::wake);
        try {
            reports.tell(new WorkerEvent.Claimed(task, claim, System.nanoTime()));
            granted.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a resource");
        } finally {
            if (before != null) {
                execution.onStop(before);
            }
        }
        execution.enter(Phase.READY);
    }

    /** Lets a task go on that has what it asked for. */
    synchronized void granted(int number) {
        if (number == task) {
            wake();
        }
    }

    private boolean wake() {
        granted.release();
        return true;
    }

    @Override
    public void release(TaskExecution execution, String resource) {
        tell(new WorkerEvent.Released(task, resource));
    }

    @Override
    public SharedCounter counter(String name) {
        return task == NO_TASK
                ? new SharedCounter() // of the warm-up
                : counters.computeIfAbsent(name, _ -> new SharedCounter());
    }

    /** Reports the first accesses of each counter, and one more, so that the rest is known of. */
    @Override
    public void accessed(TaskExecution execution, String counter, boolean isWrite, long value) {
        if (task != NO_TASK
                && accesses.merge(counter, 1, Integer::sum) <= ResourceTrack.MAX_ACCESSES + 1) {
            tell(new WorkerEvent.Accessed(task, counter, isWrite, value, System.nanoTime()));
        }
    }

    @Override
    public void counted(TaskExecution execution, String counter) {
        SharedCounter own = counter(counter);
        tell(new WorkerEvent.Counted(task, counter, own.finished(), own.read()));
    }

    private void tell(WorkerEvent event) {
        if (task != NO_TASK) {
            reports.tell(event);
        }
    }
}
