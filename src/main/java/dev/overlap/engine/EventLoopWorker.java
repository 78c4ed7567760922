package dev.overlap.engine;

import dev.overlap.concurrency.Worker;
import dev.overlap.engine.http.AsyncClient;
import dev.overlap.engine.http.AsyncFetcher;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.engine.task.TaskFailures;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The event loop of a run: one thread that selects, runs callbacks and the tasks' own steps.
 *
 * <p>All ways of carrying put the same step on the same queue. Only the call inside differs: one
 * begins an exchange and gives the thread back; one makes the call that blocks, and while it blocks
 * nothing else happens on the loop; one has a helper thread make that call; and one waits on the
 * loop's own thread for what only that thread could do. A computation has nothing to wait for and
 * so nowhere to give the thread back: it is one step, and everything else stands still until it is
 * over.
 */
final class EventLoopWorker implements Worker.Loop {

    private final TaskExecutor executor;
    private final Supplier<OffloadThreadPool> helperThreads;
    private final AsyncClient client;
    private final AsyncFetcher fetch;
    private final int index;

    /**
     * @param helperThreads makes blocking calls for the loop; asked for when a model wants it
     * @param index of the loop in the trace
     */
    EventLoopWorker(
            TaskExecutor executor,
            Supplier<OffloadThreadPool> helperThreads,
            AsyncClient client,
            AsyncFetcher fetch,
            int index) {
        this.executor = executor;
        this.helperThreads = helperThreads;
        this.client = client;
        this.fetch = fetch;
        this.index = index;
    }

    @Override
    public CompletionStage<Void> submit(Task task) {
        return onLoop(task, this::cooperatively);
    }

    @Override
    public CompletionStage<Void> carryBlocking(Task task) {
        return onLoop(task, execution -> execution.end(executor.fetchBlocking(execution, index)));
    }

    @Override
    public CompletionStage<Void> carryWaitingForIt(Task task) {
        return onLoop(task, this::waitForIt);
    }

    @Override
    public CompletionStage<Void> carryOffloaded(Task task) {
        OffloadThreadPool helpers = helperThreads.get();
        return onLoop(task, execution -> offload(execution, helpers));
    }

    private CompletionStage<Void> onLoop(Task task, Consumer<TaskExecution> step) {
        TaskExecution execution = executor.begin(task);
        if (execution.isOver()) {
            return execution.done();
        }
        execution.enter(Phase.READY);
        client.onLoop(execution, () -> take(step, execution));
        return execution.done();
    }

    /** A step that fails ends its task, or the run would wait for it for ever. */
    private static void take(Consumer<TaskExecution> step, TaskExecution execution) {
        try {
            step.accept(execution);
        } catch (RuntimeException | Error e) {
            execution.end(FailureClassifier.of(e, execution.task()));
        }
    }

    /** Gives the loop back while a helper makes the call; a later step takes what came of it. */
    private void offload(TaskExecution execution, OffloadThreadPool helpers) {
        executor.start(execution, index);
        helpers.execute(
                execution,
                outcome -> {
                    execution.enter(Phase.READY);
                    client.onLoop(execution, () -> execution.end(outcome));
                });
    }

    /**
     * Puts the task's first step behind this one and waits here, where nothing behind can be run.
     * So that step never comes to anything: when this one ends, the task has.
     */
    private void waitForIt(TaskExecution execution) {
        CountDownLatch ended = new CountDownLatch(1);
        execution.onStop(
                () -> {
                    ended.countDown();
                    return true;
                });
        execution.ifLate(
                timeout -> TaskFailures.waitedForItself(timeout, execution.task().label()));
        executor.start(execution, index);
        client.onLoop(execution, () -> cooperativelyUnlessOver(execution));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        execution.end(new Outcome.Cancelled()); // unless its timeout was first
    }

    private void cooperativelyUnlessOver(TaskExecution execution) {
        if (!execution.isOver()) {
            take(this::cooperatively, execution);
        }
    }

    private void cooperatively(TaskExecution execution) {
        executor.start(execution, index);
        switch (execution.task().site()) {
            case Site.Fetch site -> fetch.begin(execution, site);
            case Site.Poll site -> fetch.begin(execution, site);
            case Site.Compute site -> execution.end(executor.compute(execution, site));
        }
    }
}
