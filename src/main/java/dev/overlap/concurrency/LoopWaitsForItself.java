package dev.overlap.concurrency;

import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The same loop as {@link EventLoop}, but each step starts its task on the loop and then blocks
 * until the task has ended: it waits for the very thread that it blocks. Python's {@code
 * loop.run_until_complete} refuses to do this inside a running loop ("This event loop is already
 * running"), because it would hang; here it hangs until the timeout.
 */
public final class LoopWaitsForItself implements ConcurrencyModel {

    @Override
    public String id() {
        return "loop-waits-for-itself";
    }

    @Override
    public String name() {
        return "Event loop, waiting for itself";
    }

    @Override
    public String explanation() {
        return "A step blocks on a result that only its own loop can produce: it hangs until the"
                + " timeout.";
    }

    @Override
    public boolean hasWorkers() {
        return false;
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return 1;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public boolean hangs() {
        return true;
    }

    @Override
    public Optional<FixedCollect> fixedCollect() {
        return Optional.of(
                new FixedCollect(
                        CollectMode.ALL,
                        "No task of this model comes to a result: they all hang until their"
                                + " timeout."));
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        Worker.Loop loop = factory.loop();
        TaskDispatch.gather(tasks, loop::submitWaitingForItself, factory.results().on(loop));
    }
}
