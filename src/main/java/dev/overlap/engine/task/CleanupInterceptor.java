package dev.overlap.engine.task;

/**
 * Intercepts every abort and clean-up step of a run: aborting a task, stopping a worker, closing a
 * client. A test can make any of them fail and check that the others still happen.
 *
 * <p>Threads: called from any, concurrently.
 */
public interface CleanupInterceptor {

    /** Runs each step and does nothing else. */
    CleanupInterceptor PLAIN = new CleanupInterceptor() {};

    /** Aborts what a task has in progress. */
    default void abort(Abort what) {
        what.cancel();
    }

    /** Runs a clean-up step. */
    default void end(CleanupStep step) throws Exception {
        step.run();
    }
}
