package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.concurrent.CompletionStage;

/**
 * Who executes tasks. Comes from a {@link WorkerFactory}; belongs to its run and ends with it.
 *
 * <p>Threads: {@link #submit} may be called from any thread and returns at once. The stage
 * completes when the task has ended, however it ended; it never completes with an exception.
 */
public sealed interface Worker {

    /** Begins to carry a task. */
    CompletionStage<Void> submit(Task task);

    /** A platform thread. Carries one task at a time, start to end, with calls that block. */
    non-sealed interface PlatformThread extends Worker {}

    /** A virtual thread. Carries one task, start to end, with calls that block only itself. */
    non-sealed interface VirtualThread extends Worker {}

    /**
     * A process of this same program. Carries one task at a time, start to end, with calls that
     * block there.
     */
    non-sealed interface ChildProcess extends Worker {}

    /**
     * An event loop: one thread that selects, runs callbacks and the tasks' own steps. Carries any
     * number of tasks.
     */
    non-sealed interface Loop extends Worker {

        /**
         * Carries a task cooperatively: its steps give the thread back wherever they would wait.
         */
        @Override
        CompletionStage<Void> submit(Task task);

        /** Carries a task by a call that blocks, inside the loop's own step: the mistake. */
        CompletionStage<Void> carryBlocking(Task task);

        /**
         * Carries a task cooperatively, but the step that begins it blocks the loop until the task
         * has ended, for which it needs the loop: the mistake that hangs. Only the task's timeout
         * or a cancel ends it.
         */
        CompletionStage<Void> carryWaitingForIt(Task task);

        /**
         * Carries a task by a call that blocks, but on a helper thread of the run, while the loop
         * goes on: the cure.
         */
        CompletionStage<Void> carryOffloaded(Task task);
    }
}
