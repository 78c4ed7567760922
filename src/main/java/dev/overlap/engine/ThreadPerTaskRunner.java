package dev.overlap.engine;

import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.engine.task.TaskFailures;
import dev.overlap.plan.Task;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs each task of a run on a new thread, platform or virtual.
 *
 * <p>The system limits the number of threads. A task for which it refuses one fails with a
 * sentence; the others continue. After a refusal, new threads are tried only while fewer are alive
 * than at that time, since the JDK prints two lines for each refusal.
 *
 * <p>Threads: {@link #submit} may be called from any; the driver interrupts and joins.
 */
final class ThreadPerTaskRunner {

    private final TaskExecutor executor;
    private final Set<Thread> live = ConcurrentHashMap.newKeySet();
    private volatile int maxThreads = Integer.MAX_VALUE;

    ThreadPerTaskRunner(TaskExecutor executor) {
        this.executor = executor;
    }

    /**
     * Executes a task on a new thread.
     *
     * @param kind creates the thread
     */
    CompletionStage<Void> submit(Task task, ThreadRecorder lane, ThreadFactory kind) {
        TaskExecution execution = executor.begin(task);
        if (live.size() >= maxThreads) {
            execution.end(TaskFailures.noThread(task.label()));
        } else if (!execution.isOver()) {
            start(kind.newThread(() -> work(lane, execution)), execution);
        }
        return execution.done();
    }

    private void start(Thread thread, TaskExecution execution) {
        live.add(thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // the JDK's way to report that no thread could be started
            live.remove(thread);
            maxThreads = live.size();
            execution.end(FailureClassifier.of(e, execution));
        }
    }

    private void work(ThreadRecorder lane, TaskExecution execution) {
        try {
            lane.execute(execution);
        } finally {
            live.remove(Thread.currentThread());
        }
    }

    /** Interrupts all threads; their tasks have been stopped before. */
    void stop() {
        new Closer().forEach(live, Thread::interrupt).rethrow();
    }

    /** Waits for all threads, but no longer than until an instant. */
    void join(long untilNanoTime) throws InterruptedException {
        for (Thread thread : live) {
            long left = untilNanoTime - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            }
        }
    }
}
