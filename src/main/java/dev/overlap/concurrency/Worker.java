package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.concurrent.CompletionStage;

/**
 * Executes tasks. Created by a {@link WorkerFactory}; belongs to a run and ends with it.
 *
 * <p>Threads: {@link #submit} may be called from any thread and returns at once. The stage
 * completes when the task has ended, whatever its outcome, and never exceptionally.
 */
public sealed interface Worker {

    /** Submits a task for execution. */
    CompletionStage<Void> submit(Task task);

    /**
     * A platform thread, which executes one task at a time from start to end with blocking calls.
     */
    non-sealed interface PlatformThread extends Worker {}

    /**
     * A virtual thread, which executes one task from start to end with calls that block only
     * itself.
     */
    non-sealed interface VirtualThread extends Worker {}

    /**
     * A process of this program, which executes one task at a time from start to end with blocking
     * calls.
     */
    non-sealed interface ChildProcess extends Worker {}

    /**
     * An event loop: one thread that selects, and runs callbacks and the steps of any number of
     * tasks.
     */
    non-sealed interface Loop extends Worker {

        /** Executes a task cooperatively: its steps yield the thread wherever they would wait. */
        @Override
        CompletionStage<Void> submit(Task task);

        /** Executes a task by a blocking call inside a step of the loop: the classic mistake. */
        CompletionStage<Void> submitBlocking(Task task);

        /**
         * Starts a task cooperatively, but in a step that blocks the loop until the task has ended,
         * for which the task needs the loop: the mistake that hangs. Only the task's timeout or a
         * cancel ends it.
         */
        CompletionStage<Void> submitWaitingForItself(Task task);

        /** Runs a step of the program itself on the loop, behind all that is ready to run. */
        void resume(Runnable step);

        /**
         * Executes a task by a blocking call on a helper thread of the run, while the loop
         * continues: the remedy.
         */
        CompletionStage<Void> submitOffloaded(Task task);
    }
}
