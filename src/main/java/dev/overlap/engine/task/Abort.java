package dev.overlap.engine.task;

/**
 * Gives up what a task has going on.
 *
 * <p>Threads: called by any, once or several times; must not block.
 */
@FunctionalInterface
public interface Abort {

    /**
     * Gives it up.
     *
     * @return whether there was anything to give up; nobody relies on it
     */
    boolean cancel();
}
