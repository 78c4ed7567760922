package dev.overlap.engine.task;

import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;

/**
 * Executes tasks for the workers of a run.
 *
 * <p>Threads: safe for any.
 */
public interface TaskExecutor {

    /** Begins the execution of a submitted task; it is over at once if the run was cancelled. */
    TaskExecution begin(Task task);

    /** Marks the start of the work on a task by a worker. */
    void start(TaskExecution execution, int worker);

    /**
     * Marks the start of a task and executes it by blocking calls. Never throws: a failure ends
     * this task only.
     */
    Outcome fetchBlocking(TaskExecution execution, int worker);

    /** Executes a started task by blocking calls. Never throws. */
    Outcome fetchBlocking(TaskExecution execution);
}
