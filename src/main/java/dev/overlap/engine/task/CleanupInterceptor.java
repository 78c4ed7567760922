package dev.overlap.engine.task;

/**
 * Ends what a run has begun or opened. All that ends in a run passes here, be it a task that is
 * aborted, a worker that is dismissed or a client that is closed: so a test can make each of them
 * fail, and see that the others still come about.
 *
 * <p>Threads: called by any, several at a time.
 */
public interface CleanupInterceptor {

    /** Ends things and does nothing else. */
    CleanupInterceptor PLAIN = new CleanupInterceptor() {};

    /** Aborts what a task has going on. */
    default void abort(Abort what) {
        what.cancel();
    }

    /** Takes a step of a clean-up. */
    default void end(CleanupStep step) throws Exception {
        step.run();
    }
}
