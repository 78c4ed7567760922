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
 * The threads of a run, platform or virtual, that are started for one task each and end with it.
 *
 * <p>A system allows so many threads and no more. The task for which it has none left fails with a
 * sentence; the others go on. The system is asked again only when fewer live than it has refused
 * one to: the JDK prints two lines for each refusal.
 *
 * <p>Threads: {@link #submit} may be called from any; the driver dismisses and joins.
 */
final class ThreadPerTaskRunner {

    private final TaskExecutor executor;
    private final Set<Thread> live = ConcurrentHashMap.newKeySet();
    private volatile int most = Integer.MAX_VALUE;

    ThreadPerTaskRunner(TaskExecutor executor) {
        this.executor = executor;
    }

    /**
     * Carries a task on a thread of its own, which is started now.
     *
     * @param kind makes that thread
     */
    CompletionStage<Void> submit(Task task, ThreadRecorder lane, ThreadFactory kind) {
        TaskExecution execution = executor.begin(task);
        if (live.size() >= most) {
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
        } catch (OutOfMemoryError e) { // of threads, not of memory: so the JDK says it
            live.remove(thread);
            most = live.size();
            execution.end(FailureClassifier.of(e, execution.task()));
        }
    }

    private void work(ThreadRecorder lane, TaskExecution execution) {
        try {
            lane.execute(execution);
        } finally {
            live.remove(Thread.currentThread());
        }
    }

    /** Sends all threads home; what they carry has been stopped before. */
    void dismiss() {
        new Closer().forEach(live, Thread::interrupt).rethrow();
    }

    /** Waits for all threads, until an instant at most. */
    void join(long untilNanoTime) throws InterruptedException {
        for (Thread thread : live) {
            long left = untilNanoTime - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            }
        }
    }
}
