package dev.overlap.concurrency;

import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The same loop as {@link EventLoop}, but each task is awaited before the next is submitted: an
 * {@code await} inside the {@code for}, the other classic mistake.
 */
public final class LoopOneByOne implements ConcurrencyModel {

    @Override
    public String id() {
        return "loop-one-by-one";
    }

    @Override
    public String name() {
        return "Event loop, one by one";
    }

    @Override
    public String explanation() {
        return "The same loop, but it awaits each task before the next: it idles, and the waits add"
                + " up.";
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
        return 60;
    }

    @Override
    public Optional<FixedCollect> fixedCollect() {
        return Optional.of(
                new FixedCollect(
                        CollectMode.AS_COMPLETED,
                        "This model awaits each result before it begins the next task: there"
                                + " is no other order."));
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        Worker.Loop loop = factory.loop();
        TaskDispatch.oneByOne(tasks, loop::submit, factory.results());
    }
}
