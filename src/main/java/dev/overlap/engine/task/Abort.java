package dev.overlap.engine.task;

/**
 * Aborts the operation that a task has in progress.
 *
 * <p>Threads: any; may be called more than once; must not block.
 */
@FunctionalInterface
public interface Abort {

    /**
     * Aborts the operation.
     *
     * @return whether there was anything to abort; informative only
     */
    boolean cancel();
}
