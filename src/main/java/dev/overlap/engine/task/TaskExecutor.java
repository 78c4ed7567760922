package dev.overlap.engine.task;

import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;

/**
 * What a worker needs of its run to execute tasks.
 *
 * <p>Threads: safe for all.
 */
public interface TaskExecutor {

    /** A task was handed over. It is over at once if the run is. */
    TaskExecution begin(Task task);

    /** A worker takes the first step of a task. */
    void start(TaskExecution execution, int worker);

    /**
     * Executes a task by calls that block the caller. Never throws: whatever goes wrong ends this
     * task, and the worker and the other tasks go on.
     */
    Outcome fetchBlocking(TaskExecution execution, int worker);

    /** The same for a task whose first step was taken before. */
    Outcome fetchBlocking(TaskExecution execution);

    /** Computes on the calling thread. */
    Outcome compute(TaskExecution execution, Site.Compute site);
}
