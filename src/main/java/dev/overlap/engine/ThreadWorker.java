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
 * A platform thread that executes one task after another by blocking calls.
 *
 * <p>Threads: {@link #submit} may be called from any thread; the work is done on the worker's own.
 */
final class ThreadWorker implements Worker.PlatformThread {

    private final TaskExecutor executor;
    private final ThreadRecorder lane;
    private final TaskQueue queue = new TaskQueue();
    private final Thread thread;

    /** Creates a worker whose thread is started with its first task. */
    ThreadWorker(TaskExecutor executor, ThreadRecorder lane, String name) {
        this.executor = executor;
        this.lane = lane;
        thread = DaemonThread.of(this::work, name);
    }

    @Override
    public CompletionStage<Void> submit(Task task) {
        TaskExecution execution = executor.begin(task);
        if (!execution.isOver() && ensureStarted(execution)) {
            queue.add(execution);
        }
        return execution.done();
    }

    /** Starts the thread if it has not been started; ends the task if the system refuses it. */
    private synchronized boolean ensureStarted(TaskExecution execution) {
        try {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
            return true;
        } catch (OutOfMemoryError e) { // the JDK's way to report that no thread could be started
            execution.end(FailureClassifier.of(e, execution));
            return false;
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lane.execute(queue.take());
            }
        } catch (InterruptedException e) {
            // the run stops its workers
        } finally {
            queue.close();
        }
    }

    /** Interrupts the thread; its task has been stopped before. */
    void stop() {
        thread.interrupt();
    }

    /** Waits for the thread, but no longer than until an instant. */
    void join(long untilNanoTime) throws InterruptedException {
        long left = untilNanoTime - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.timedJoin(thread, left);
        }
    }
}
