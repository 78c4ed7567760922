package dev.overlap.engine.resource;

import dev.overlap.engine.task.TaskExecution;

import java.io.IOException;

/**
 * How a worker that blocks reaches what its tasks share: in this process, or in the run's.
 *
 * <p>Threads: called by the thread that executes the task.
 */
public interface ResourceAccess {

    /**
     * Blocks until a claim is granted, or the task is stopped.
     *
     * @throws IOException if the thread is interrupted
     */
    void acquire(TaskExecution execution, Claim claim) throws IOException;

    /** Gives back a lock or permit. */
    void release(TaskExecution execution, String resource);

    /** Returns the counter that tasks of this process share under a name. */
    SharedCounter counter(String name);

    /** Records a read or write of a counter. */
    void accessed(TaskExecution execution, String counter, boolean isWrite, long value);

    /** Records the totals of a counter. */
    void counted(TaskExecution execution, String counter);
}
