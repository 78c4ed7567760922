package dev.overlap.engine;

import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The pool of helper threads for blocking calls of an event loop. As with {@code
 * asyncio.to_thread}, threads are started on demand up to a limit, and then share a queue.
 *
 * <p>Threads: {@link #execute} is called on the loop's thread; the work is done on the helper
 * threads, named {@code offload-N}.
 */
final class OffloadThreadPool {

    private static final Logger LOG = LoggerFactory.getLogger(OffloadThreadPool.class);

    private final TaskExecutor executor;
    private final TraceRecorder recorder;
    private final AtomicInteger threadCount = new AtomicInteger();
    private final Set<Thread> helpers = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    OffloadThreadPool(int maxThreads, TaskExecutor executor, TraceRecorder recorder) {
        this.executor = executor;
        this.recorder = recorder;
        threads =
                new ThreadPoolExecutor(
                        maxThreads,
                        maxThreads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        this::helper);
    }

    /**
     * Executes a task on a helper thread.
     *
     * @param then receives the outcome, on the helper thread
     */
    void execute(TaskExecution execution, Consumer<Outcome> then) {
        threads.execute(
                () -> {
                    if (execution.isStopped()) {
                        then.accept(new Outcome.Cancelled()); // while queued
                    } else {
                        occupy(execution, then);
                    }
                });
    }

    /** Executes a task; whatever fails, the task gets an outcome and the helper survives. */
    private void occupy(TaskExecution execution, Consumer<Outcome> then) {
        try {
            Helper.current()
                    .lane
                    .occupy(execution, () -> then.accept(executor.fetchBlocking(execution)));
        } catch (RuntimeException | Error e) {
            LOG.error("recording the work of a helper thread failed", e);
            then.accept(FailureClassifier.of(e, execution));
        }
    }

    private Thread helper(Runnable work) {
        String name = "offload-" + threadCount.incrementAndGet();
        Thread helper =
                new Helper(
                        work,
                        name,
                        new ThreadRecorder(
                                executor, recorder, recorder.addWorker(name, Role.THREAD)));
        helpers.add(helper);
        return helper;
    }

    /** Interrupts all threads; their tasks have been stopped before. */
    void stop() {
        threads.shutdownNow();
    }

    /**
     * Waits for all threads, but no longer than until an instant. The pool itself would report
     * termination before the last threads have ended.
     */
    void join(long untilNanoTime) throws InterruptedException {
        for (Thread helper : helpers) {
            long left = untilNanoTime - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedJoin(helper, left);
            }
        }
    }

    /** A thread with its recorder. */
    private static final class Helper extends Thread {

        private final ThreadRecorder lane;

        Helper(Runnable work, String name, ThreadRecorder lane) {
            super(null, work, name);
            setDaemon(true);
            this.lane = lane;
        }

        static Helper current() {
            return (Helper) Thread.currentThread();
        }
    }
}
