package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.Phase;

/**
 * Who may compute when, among the tasks of one run.
 *
 * <p>Threads: all methods are called by the thread that computes, and may block it.
 */
public interface ComputePermit {

    /**
     * Returns when the task may compute, and has it enter that phase.
     *
     * @return false if it was stopped before that
     */
    boolean take(TaskExecution execution);

    /**
     * To be called between two chunks of the computation; may give the turn away and wait for the
     * next one.
     *
     * @return false if the task was stopped
     */
    boolean goOn(TaskExecution execution);

    /** The task does not compute any more. */
    void giveBack(TaskExecution execution);

    /** Everyone, always: the operating system shares the processors out. */
    ComputePermit FREE =
            new ComputePermit() {
                @Override
                public boolean take(TaskExecution execution) {
                    if (execution.isStopped()) {
                        return false;
                    }
                    execution.enter(Phase.COMPUTE);
                    return true;
                }

                @Override
                public boolean goOn(TaskExecution execution) {
                    return !execution.isStopped();
                }

                @Override
                public void giveBack(TaskExecution execution) {}
            };
}
