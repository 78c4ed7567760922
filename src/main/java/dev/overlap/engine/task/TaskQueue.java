package dev.overlap.engine.task;

import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The tasks that wait for one worker. A run waits for each of them, so none may be left behind when
 * the worker's thread ends, whatever ended it: from then on every task is over as soon as it comes.
 *
 * <p>Threads: any may add; the worker's own takes and closes.
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

    /** Nobody takes any more. */
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
