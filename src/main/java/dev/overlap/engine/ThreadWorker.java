package dev.overlap.engine;

import dev.overlap.concurrency.Worker;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.engine.task.TaskQueue;
import dev.overlap.plan.Task;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A platform thread that carries one task after another by calls that block.
 *
 * <p>Threads: {@link #submit} may be called from any thread; the work is done on the worker's own.
 */
final class ThreadWorker implements Worker.PlatformThread {

    private final TaskExecutor executor;
    private final ThreadRecorder lane;
    private final TaskQueue next = new TaskQueue();
    private final Thread thread;

    /** A worker whose thread is started with its first task. */
    ThreadWorker(TaskExecutor executor, ThreadRecorder lane, String name) {
        this.executor = executor;
        this.lane = lane;
        thread = DaemonThread.of(this::work, name);
    }

    @Override
    public CompletionStage<Void> submit(Task task) {
        TaskExecution execution = executor.begin(task);
        if (!execution.isOver() && isThere(execution)) {
            next.add(execution);
        }
        return execution.done();
    }

    /** Starts the thread, if that is still to be done and the system allows one more. */
    private synchronized boolean isThere(TaskExecution execution) {
        try {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
            return true;
        } catch (OutOfMemoryError e) { // of threads, not of memory: so the JDK says it
            execution.end(FailureClassifier.of(e, execution.task()));
            return false;
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lane.execute(next.take());
            }
        } catch (InterruptedException e) {
            // the run dismisses its worker
        } finally {
            next.close();
        }
    }

    /** Sends the thread home; what it carries has been stopped before. */
    void dismiss() {
        thread.interrupt();
    }

    /** Waits for the thread, until an instant at most. */
    void join(long untilNanoTime) throws InterruptedException {
        long left = untilNanoTime - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.timedJoin(thread, left);
        }
    }
}
