package dev.overlap.engine.step;

import dev.overlap.engine.cpu.ComputeRunner;
import dev.overlap.engine.http.BlockingFetcher;
import dev.overlap.engine.resource.Claim;
import dev.overlap.engine.resource.ResourceAccess;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * Executes the steps of one task by blocking calls.
 *
 * <p>Threads: blocks the caller until the task has ended.
 */
public final class BlockingStepRunner {

    private static final Outcome DONE = new Outcome.Done();

    private final TaskExecution execution;
    private final Supplier<BlockingFetcher> fetcher;
    private final ComputeRunner computeRunner;
    private final ResourceAccess resources;
    private final StepProgress progress;

    /**
     * @param fetcher supplies the fetcher; called only if a step needs it
     */
    public BlockingStepRunner(
            TaskExecution execution,
            Supplier<BlockingFetcher> fetcher,
            ComputeRunner computeRunner,
            ResourceAccess resources) {
        this.execution = execution;
        this.fetcher = fetcher;
        this.computeRunner = computeRunner;
        this.resources = resources;
        progress = new StepProgress(execution);
    }

    /**
     * Returns the outcome, unless a step fails.
     *
     * @throws IOException if a step fails, or the thread is interrupted
     */
    public Outcome run() throws IOException {
        while (progress.hasNext()) {
            perform(progress.begin());
            if (execution.isStopped()) {
                return new Outcome.Cancelled();
            }
        }
        return progress.outcome();
    }

    private void perform(Instruction instruction) throws IOException {
        switch (instruction.step()) {
            case Step.Compute step -> compute(instruction, step);
            case Step.Add step when step.gap().isZero() -> increment(instruction, step);
            case Step step -> progress.done(instruction, result(instruction, step));
        }
    }

    private Outcome result(Instruction instruction, Step step) throws IOException {
        return switch (step) {
            case Step.Fetch fetch -> fetcher.get().run(execution, fetch);
            case Step.Poll poll -> fetcher.get().run(execution, poll);
            case Step.Sleep sleep -> {
                execution.pause(sleep.time());
                yield DONE;
            }
            case Step.Add add -> incrementWithGap(add);
            case Step.Lock lock -> hold(instruction, lock.name());
            case Step.Permit permit -> hold(instruction, permit.name());
            case Step.Put _, Step.Take _ -> acquire(step);
            case Step.Compute _ -> throw new IllegalStateException("computed elsewhere");
        };
    }

    /** Computes all pieces in one go: only a loop gives way between them. */
    private void compute(Instruction instruction, Step.Compute step) {
        boolean _ =
                computeRunner.run(
                        execution,
                        new Step.Compute(step.time()),
                        0,
                        () -> progress.computed(instruction, new Outcome.Computed()));
    }

    private void increment(Instruction instruction, Step.Add step) {
        CounterRunner counter = new CounterRunner(execution, resources, step);
        counter.increment(computeRunner, step.times(), () -> progress.computed(instruction, DONE));
    }

    private Outcome incrementWithGap(Step.Add step) throws IOException {
        CounterRunner counter = new CounterRunner(execution, resources, step);
        while (counter.done() < step.times() && !execution.isStopped()) {
            long before = counter.read();
            execution.pause(step.gap());
            if (!execution.isStopped()) {
                counter.write(before);
                counter.count();
            }
        }
        return DONE;
    }

    private Outcome hold(Instruction instruction, String resource) throws IOException {
        if (instruction.leaves()) {
            execution.enter(Phase.READY); // before another task goes on with it
            resources.release(execution, resource);
            return DONE;
        }
        return acquire(instruction.step());
    }

    private Outcome acquire(Step step) throws IOException {
        Claim claim = Claim.of(step);
        if (claim != null) {
            resources.acquire(execution, claim);
        }
        return DONE;
    }
}
