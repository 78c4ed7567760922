package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/**
 * The same loop as {@link EventLoop}, but each step makes a blocking call: the classic mistake,
 * like {@code requests.get} inside an {@code async def}.
 */
public final class BlockedLoop implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "blocked-loop";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Event loop, blocking call inside";
    }

    @Override
    public String explanation() {
        return "The same loop, but each step makes a blocking call: the waits add up again.";
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
        return 70;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        Worker.Loop loop = factory.loop();
        TaskDispatch.gather(tasks, loop::submitBlocking, factory.results().on(loop));
    }
}
