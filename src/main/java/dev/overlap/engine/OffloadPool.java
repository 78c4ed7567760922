package dev.overlap.engine;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The helper threads to which a loop hands the calls that block. As in {@code asyncio.to_thread},
 * they are started one by one as calls come, up to a limit, and then share a queue.
 *
 * <p>Threads: {@link #carryOut} is called on the loop's thread; the work is done on the helpers',
 * named {@code offload-N}.
 */
final class OffloadPool {

    private static final Logger LOG = LoggerFactory.getLogger(OffloadPool.class);

    private final RunCrew crew;
    private final Recorder recorder;
    private final AtomicInteger hired = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    OffloadPool(int most, RunCrew crew, Recorder recorder) {
        this.crew = crew;
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
    void carryOut(Carry carry, Consumer<Outcome> then) {
        threads.execute(
                () -> {
                    if (carry.isStopped()) {
                        then.accept(new Outcome.Cancelled()); // while it stood in the queue
                    } else {
                        occupy(carry, then);
                    }
                });
    }

    /** Whatever a helper meets, its task gets an outcome, and the helper is there for the next. */
    private void occupy(Carry carry, Consumer<Outcome> then) {
        try {
            Helper.current().lane.occupy(carry, () -> then.accept(crew.fetchBlocking(carry)));
        } catch (RuntimeException | Error e) {
            LOG.error("a helper thread could not be looked after", e);
            then.accept(Faults.of(e, carry.task().label()));
        }
    }

    private Thread helper(Runnable work) {
        String name = "offload-" + hired.incrementAndGet();
        return new Helper(
                work, name, new ThreadLane(crew, recorder, recorder.hire(name, Role.THREAD)));
    }

    /** Sends all threads home; what they carry has been stopped before. */
    void dismiss() {
        threads.shutdownNow();
    }

    /** Waits for all threads, until an instant at most. */
    void join(long untilNanoTime) throws InterruptedException {
        boolean _ =
                threads.awaitTermination(untilNanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** A thread that knows its line in the trace. */
    private static final class Helper extends Thread {

        private final ThreadLane lane;

        Helper(Runnable work, String name, ThreadLane lane) {
            super(null, work, name);
            setDaemon(true);
            this.lane = lane;
        }

        static Helper current() {
            return (Helper) Thread.currentThread();
        }
    }
}
