package dev.overlap.engine.task;

import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The queue of one worker. The run waits for every task in it, so none may be left when the
 * worker's thread ends, for whatever reason: after {@link #close} every task that is added ends at
 * once.
 *
 * <p>Threads: any may add; the worker's own thread takes and closes.
 */
public final class TaskQueue {

    private final BlockingQueue<TaskExecution> waiting = new LinkedBlockingQueue<>();
    private boolean closed;

    public void add(TaskExecution execution) {
        synchronized (this) {
            if (!closed) {
                waiting.add(execution);
                return;
            }
        }
        abandon(execution);
    }

    public TaskExecution take() throws InterruptedException {
        return waiting.take();
    }

    /** Ends all waiting tasks, and from now on every task that is added. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (TaskExecution left = waiting.poll(); left != null; left = waiting.poll()) {
            abandon(left);
        }
    }

    private static void abandon(TaskExecution execution) {
        execution.end(
                execution.isStopped()
                        ? new Outcome.Cancelled()
                        : new Outcome.Failed(
                                FailureKind.WORKER_DIED,
                                execution.task().label()
                                        + " was not started: its worker had already ended. Run it"
                                        + " again."));
    }
}
