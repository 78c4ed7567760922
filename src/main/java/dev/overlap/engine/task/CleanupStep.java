package dev.overlap.engine.task;

/** A step of a clean-up. */
@FunctionalInterface
public interface CleanupStep {

    /**
     * Runs the step.
     *
     * @throws Exception whatever the closed resource throws
     */
    void run() throws Exception;
}
