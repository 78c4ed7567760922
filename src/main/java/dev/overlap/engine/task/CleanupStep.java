package dev.overlap.engine.task;

/** A step of a clean-up. */
@FunctionalInterface
public interface CleanupStep {

    /**
     * Takes it.
     *
     * @throws Exception whatever comes out of what is ended
     */
    void run() throws Exception;
}
