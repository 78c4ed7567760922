package dev.overlap.engine.step;

import dev.overlap.engine.cpu.ComputeRunner;
import dev.overlap.engine.http.AsyncClient;
import dev.overlap.engine.http.AsyncFetcher;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.resource.Claim;
import dev.overlap.engine.resource.GrantListener;
import dev.overlap.engine.resource.ResourceAccess;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Executes the steps of one task cooperatively: where a step would wait, it leaves the loop's
 * thread to others, and goes on in a later step of the loop.
 *
 * <p>Threads: every method runs on the loop's thread, except for the callbacks of a cancel.
 */
public final class LoopStepRunner {

    private static final Outcome DONE = new Outcome.Done();
    private static final Abort NOTHING_TO_ABORT = () -> false;

    /**
     * What the steps of all tasks of a loop are executed with.
     *
     * @param timer wakes tasks that sleep
     */
    public record LoopTools(
            AsyncClient client,
            AsyncFetcher fetcher,
            ComputeRunner computeRunner,
            SharedResources shared,
            ResourceAccess resources,
            ScheduledExecutorService timer) {}

    private final TaskExecution execution;
    private final LoopTools tools;
    private final StepProgress progress;

    public LoopStepRunner(TaskExecution execution, LoopTools tools) {
        this.execution = execution;
        this.tools = tools;
        progress = new StepProgress(execution);
    }

    /** Executes steps until one has to wait, or the task has ended. */
    public void run() {
        guarded(this::runSteps);
    }

    /** Runs code on the loop; what it throws ends the task, or the run would wait for ever. */
    private void guarded(Runnable code) {
        try {
            execution.onStop(NOTHING_TO_ABORT); // the wait is over, and with it its abort
            code.run();
        } catch (RuntimeException | Error e) {
            execution.end(FailureClassifier.of(e, execution));
        }
    }

    private void runSteps() {
        boolean goesOn = true;
        while (goesOn && progress.hasNext() && !execution.isStopped()) {
            goesOn = perform(progress.begin());
        }
        if (execution.isStopped()) {
            execution.end(new Outcome.Cancelled());
        } else if (goesOn) {
            execution.end(progress.outcome());
        }
    }

    /** Performs an instruction; returns false if the task goes on later. */
    private boolean perform(Instruction instruction) {
        switch (instruction.step()) {
            case Step.Fetch step ->
                    tools.fetcher.begin(execution, step, result -> fetched(instruction, result));
            case Step.Poll step ->
                    tools.fetcher.begin(execution, step, result -> fetched(instruction, result));
            case Step.Compute step -> {
                return compute(instruction, step, 0);
            }
            case Step.Sleep step -> pause(step.time(), () -> goOn(instruction));
            case Step.Add step -> {
                return increment(instruction, step);
            }
            case Step.Lock _, Step.Permit _, Step.Put _, Step.Take _ -> {
                return instruction.leaves() ? release(instruction) : acquire(instruction);
            }
        }
        return false;
    }

    /** Notes that an instruction is done, and executes the next ones. */
    private void goOn(Instruction instruction) {
        if (!execution.isStopped()) {
            progress.done(instruction, DONE);
        }
        runSteps();
    }

    /**
     * Goes on after a fetch in a separate step: within the callback of a response, its connection
     * has not been returned yet.
     */
    private void fetched(Instruction instruction, Outcome result) {
        if (!result.isSuccess()) {
            execution.end(result);
            return;
        }
        progress.done(instruction, result);
        if (progress.hasNext()) {
            later(this::runSteps);
        } else {
            execution.end(progress.outcome());
        }
    }

    /** Computes piece by piece, and gives way between two. */
    private boolean compute(Instruction instruction, Step.Compute step, int piece) {
        boolean isLast = piece + 1 == step.pieces();
        boolean whole =
                tools.computeRunner.run(
                        execution,
                        step,
                        piece,
                        isLast
                                ? () -> progress.computed(instruction, new Outcome.Computed())
                                : () -> execution.enter(Phase.READY));
        if (isLast || !whole) {
            return true;
        }
        later(() -> computeNext(instruction, step, piece + 1));
        return false;
    }

    private void computeNext(Instruction instruction, Step.Compute step, int piece) {
        if (execution.isStopped() || compute(instruction, step, piece)) {
            runSteps();
        }
    }

    private boolean increment(Instruction instruction, Step.Add step) {
        CounterRunner counter = new CounterRunner(execution, tools.resources, step);
        if (!step.gap().isZero()) {
            incrementWithGap(instruction, step, counter);
            return false;
        }
        counter.increment(
                tools.computeRunner, step.times(), () -> progress.computed(instruction, DONE));
        return true;
    }

    private void incrementWithGap(Instruction instruction, Step.Add step, CounterRunner counter) {
        if (execution.isStopped()) {
            runSteps();
        } else if (counter.done() == step.times()) {
            goOn(instruction);
        } else {
            long before = counter.read();
            pause(
                    step.gap(),
                    () -> {
                        if (!execution.isStopped()) {
                            counter.write(before);
                            counter.count();
                        }
                        incrementWithGap(instruction, step, counter);
                    });
        }
    }

    private boolean release(Instruction instruction) {
        Claim claim = Claim.of(instruction.step());
        if (claim != null) {
            execution.enter(Phase.READY); // before another task goes on with it
            tools.shared.release(execution, claim.resource());
        }
        progress.done(instruction, DONE);
        return true;
    }

    private boolean acquire(Instruction instruction) {
        Claim claim = Claim.of(instruction.step());
        GrantListener onGrant =
                () -> tools.client.onLoop(execution, () -> guarded(() -> goOn(instruction)));
        if (claim == null || tools.shared.request(execution, claim, onGrant)) {
            progress.done(instruction, DONE);
            return true;
        }
        execution.onStop(this::endStopped);
        return false;
    }

    private void pause(Duration time, Runnable then) {
        execution.enter(Phase.PAUSE);
        Future<?> due =
                tools.timer.schedule(() -> later(then), time.toNanos(), TimeUnit.NANOSECONDS);
        execution.onStop(
                () -> {
                    due.cancel(false);
                    return endStopped();
                });
    }

    /** Ends a task that was stopped while nothing was under way that would end it. */
    private boolean endStopped() {
        execution.end(new Outcome.Cancelled());
        return true;
    }

    private void later(Runnable step) {
        execution.enter(Phase.READY);
        tools.client.onLoop(execution, () -> guarded(step));
    }
}
