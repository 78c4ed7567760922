package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.Phase;

/**
 * Decides which of the tasks of one run may compute.
 *
 * <p>Threads: all methods are called by the computing thread, and may block it.
 */
public interface ComputePermit {

    /**
     * Waits until the task may compute, and enters phase COMPUTE.
     *
     * @return false if the task was stopped first
     */
    boolean acquire(TaskExecution execution);

    /**
     * Called between two chunks of the computation; may release the permit and acquire it again.
     *
     * @return false if the task was stopped
     */
    boolean mayContinue(TaskExecution execution);

    /** Releases the permit when the task computes no more. */
    void release(TaskExecution execution);

    /** Lets every task compute at any time: the operating system schedules them. */
    ComputePermit FREE =
            new ComputePermit() {
                @Override
                public boolean acquire(TaskExecution execution) {
                    if (execution.isStopped()) {
                        return false;
                    }
                    execution.enter(Phase.COMPUTE);
                    return true;
                }

                @Override
                public boolean mayContinue(TaskExecution execution) {
                    return !execution.isStopped();
                }

                @Override
                public void release(TaskExecution execution) {}
            };
}
