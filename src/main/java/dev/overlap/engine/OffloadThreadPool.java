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
 * The helper threads to which a loop hands the calls that block. As in {@code asyncio.to_thread},
 * they are started one by one as calls come, up to a limit, and then share a queue.
 *
 * <p>Threads: {@link #execute} is called on the loop's thread; the work is done on the helpers',
 * named {@code offload-N}.
 */
final class OffloadThreadPool {

    private static final Logger LOG = LoggerFactory.getLogger(OffloadThreadPool.class);

    private final TaskExecutor executor;
    private final TraceRecorder recorder;
    private final AtomicInteger hired = new AtomicInteger();
    private final Set<Thread> helpers = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    OffloadThreadPool(int most, TaskExecutor executor, TraceRecorder recorder) {
        this.executor = executor;
        this.recorder = recorder;
        threads =
                new ThreadPoolExecutor(
                        most, most, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::helper);
    }

    /**
     * Carries a task out on a helper.
     *
     * @param then takes its outcome, on the helper's thread
     */
    void execute(TaskExecution execution, Consumer<Outcome> then) {
        threads.execute(
                () -> {
                    if (execution.isStopped()) {
                        then.accept(new Outcome.Cancelled()); // while it stood in the queue
                    } else {
                        occupy(execution, then);
                    }
                });
    }

    /** Whatever a helper meets, its task gets an outcome, and the helper is there for the next. */
    private void occupy(TaskExecution execution, Consumer<Outcome> then) {
        try {
            Helper.current()
                    .lane
                    .occupy(execution, () -> then.accept(executor.fetchBlocking(execution)));
        } catch (RuntimeException | Error e) {
            LOG.error("a helper thread could not be looked after", e);
            then.accept(FailureClassifier.of(e, execution.task()));
        }
    }

    private Thread helper(Runnable work) {
        String name = "offload-" + hired.incrementAndGet();
        Thread helper =
                new Helper(
                        work,
                        name,
                        new ThreadRecorder(
                                executor, recorder, recorder.addWorker(name, Role.THREAD)));
        helpers.add(helper);
        return helper;
    }

    /** Sends all threads home; what they carry has been stopped before. */
    void dismiss() {
        threads.shutdownNow();
    }

    /**
     * Waits for all threads, until an instant at most. The pool itself would say that it has
     * terminated while the last of them are still on their way out.
     */
    void join(long untilNanoTime) throws InterruptedException {
        for (Thread helper : helpers) {
            long left = untilNanoTime - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedJoin(helper, left);
            }
        }
    }

    /** A thread that knows its line in the trace. */
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
