package dev.overlap.engine.task;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the aborts of one run's tasks: contains what they throw, and lets the driver wait for those
 * in progress.
 *
 * <p>Problem, seen with HttpClient 5.6.5: an abort releases its connection to the pool, and throws
 * if the pool is closed in the meantime, as happens at the end of a run. A caller that aborts many
 * tasks would then skip the rest. Remedy: the pool is closed only when no abort is in progress, and
 * what an abort throws nevertheless is logged, the first of a run as a warning.
 *
 * <p>Threads: {@link #run} and {@link #abort} may be called from any; the driver waits.
 */
public final class AbortTracker {

    private static final Logger LOG = LoggerFactory.getLogger(AbortTracker.class);
    private static final int ALL_PERMITS = Integer.MAX_VALUE;

    private final CleanupInterceptor cleanup;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Each running abort holds one permit; acquiring all of them waits until none is running. */
    private final Semaphore permits = new Semaphore(ALL_PERMITS);

    public AbortTracker(CleanupInterceptor cleanup) {
        this.cleanup = cleanup;
    }

    /** Runs a step that may abort tasks; {@link #await} waits for it. Never throws. */
    void run(Runnable step) {
        permits.acquireUninterruptibly();
        try {
            step.run();
        } catch (Throwable e) {
            log(e);
        } finally {
            permits.release();
        }
    }

    /** Aborts an operation. Never throws. */
    void abort(Abort operation) {
        try {
            cleanup.abort(operation);
        } catch (
                Throwable e) { // of any kind, from a library: the other tasks must still be stopped
            log(e);
        }
    }

    private void log(Throwable fault) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("a task was stopped, but its operation may not have been", fault);
        } else {
            LOG.debug("one more that may not have been stopped", fault);
        }
    }

    /** Waits until no abort is in progress, but no longer than until an instant. */
    public void await(long untilNanoTime) throws InterruptedException {
        long left = untilNanoTime - System.nanoTime();
        if (permits.tryAcquire(ALL_PERMITS, left, TimeUnit.NANOSECONDS)) {
            permits.release(ALL_PERMITS);
        }
    }
}
