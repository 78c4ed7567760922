package dev.overlap.engine.task;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The aborts of one run's tasks: none of them throws, and those under way can be waited for.
 *
 * <p>Problem, seen with HttpClient 5.6.5: an abort gives its connection back to the pool, and
 * throws if the pool is closed in the meantime, as the end of a run does. Whoever aborts many tasks
 * would leave out the rest. Remedy: the pool is closed when no abort is under way any more; and
 * what an abort throws all the same is logged, the first of a run as a warning.
 *
 * <p>Threads: {@link #run} and {@link #abort} may be called by any; the driver waits.
 */
public final class AbortTracker {

    private static final Logger LOG = LoggerFactory.getLogger(AbortTracker.class);
    private static final int ALL = Integer.MAX_VALUE;

    private final CleanupInterceptor cleanup;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Whoever aborts has one permit of very many; who has them all knows that nobody aborts. */
    private final Semaphore permits = new Semaphore(ALL);

    public AbortTracker(CleanupInterceptor cleanup) {
        this.cleanup = cleanup;
    }

    /** Takes a step that may abort tasks, and is waited for. Never throws. */
    void run(Runnable step) {
        permits.acquireUninterruptibly();
        try {
            step.run();
        } catch (Throwable e) {
            tell(e);
        } finally {
            permits.release();
        }
    }

    /** Aborts what goes on. Never throws. */
    void abort(Abort what) {
        try {
            cleanup.abort(what);
        } catch (Throwable e) { // from a library, of whatever kind: other tasks are to be stopped
            tell(e);
        }
    }

    private void tell(Throwable fault) {
        if (told.compareAndSet(false, true)) {
            LOG.warn("a task was stopped, but what it had begun may not have been", fault);
        } else {
            LOG.debug("one more that may not have been stopped", fault);
        }
    }

    /** Waits until no abort is under way, until an instant at most. */
    public void await(long untilNanoTime) throws InterruptedException {
        long left = untilNanoTime - System.nanoTime();
        if (permits.tryAcquire(ALL, left, TimeUnit.NANOSECONDS)) {
            permits.release(ALL);
        }
    }
}
