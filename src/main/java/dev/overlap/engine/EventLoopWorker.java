package dev.overlap.engine;

import dev.overlap.concurrency.Worker;
import dev.overlap.engine.http.AsyncClient;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.step.LoopStepRunner;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.engine.task.TaskFailures;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The event loop of a run: one thread that selects, and runs callbacks and the steps of tasks.
 *
 * <p>All ways of submitting a task put one step on the same queue. Only the call inside the step
 * differs: it begins an exchange and yields the thread; or makes a blocking call, during which
 * nothing else happens on the loop; or lets a helper thread make that call; or waits on the loop's
 * thread for something that only this thread could do. A computation never waits and hence yields
 * only between its pieces: each is one step, and blocks the loop until it is done.
 */
final class EventLoopWorker implements Worker.Loop {

    private final TaskExecutor executor;
    private final Supplier<OffloadThreadPool> helperThreads;
    private final AsyncClient client;
    private final LoopStepRunner.LoopTools tools;
    private final int index;

    /**
     * @param helperThreads supplies the pool for blocking calls; called only if a model needs it
     * @param index the index of the loop in the trace
     */
    EventLoopWorker(
            TaskExecutor executor,
            Supplier<OffloadThreadPool> helperThreads,
            AsyncClient client,
            LoopStepRunner.LoopTools tools,
            int index) {
        this.executor = executor;
        this.helperThreads = helperThreads;
        this.client = client;
        this.tools = tools;
        this.index = index;
    }

    @Override
    public CompletionStage<Void> submit(Task task) {
        return onLoop(task, this::runCooperatively);
    }

    @Override
    public CompletionStage<Void> submitBlocking(Task task) {
        return onLoop(task, execution -> execution.end(executor.fetchBlocking(execution, index)));
    }

    @Override
    public CompletionStage<Void> submitWaitingForItself(Task task) {
        return onLoop(task, this::waitForOwnLoop);
    }

    @Override
    public CompletionStage<Void> submitOffloaded(Task task) {
        OffloadThreadPool helpers = helperThreads.get();
        return onLoop(task, execution -> offload(execution, helpers));
    }

    @Override
    public void resume(Runnable step) {
        client.onLoop(step);
    }

    private CompletionStage<Void> onLoop(Task task, Consumer<TaskExecution> step) {
        TaskExecution execution = executor.begin(task);
        if (execution.isOver()) {
            return execution.done();
        }
        execution.enter(Phase.READY);
        client.onLoop(execution, () -> runStep(step, execution));
        return execution.done();
    }

    /** Runs a step; one that throws ends its task, or the run would wait for ever. */
    private static void runStep(Consumer<TaskExecution> step, TaskExecution execution) {
        try {
            step.accept(execution);
        } catch (RuntimeException | Error e) {
            execution.end(FailureClassifier.of(e, execution));
        }
    }

    /** Yields the loop while a helper makes the call; a later step processes its outcome. */
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
     * Queues the task's first step after this one and blocks, so that the queued step cannot run.
     * By the time this step ends, the task has ended.
     */
    private void waitForOwnLoop(TaskExecution execution) {
        CountDownLatch ended = new CountDownLatch(1);
        execution.onStop(
                () -> {
                    ended.countDown();
                    return true;
                });
        execution.setTimeoutOutcome(
                timeout -> TaskFailures.waitedForItself(timeout, execution.task().label()));
        executor.start(execution, index);
        client.onLoop(execution, () -> runUnlessOver(execution));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        execution.end(new Outcome.Cancelled()); // a no-op after the timeout
    }

    private void runUnlessOver(TaskExecution execution) {
        if (!execution.isOver()) {
            runStep(this::runCooperatively, execution);
        }
    }

    private void runCooperatively(TaskExecution execution) {
        executor.start(execution, index);
        tools.shared().begin(execution);
        new LoopStepRunner(execution, tools).run();
    }
}
