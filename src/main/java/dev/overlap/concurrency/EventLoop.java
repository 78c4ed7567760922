package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/**
 * One event loop executes all tasks, each of which yields the thread wherever it would wait. A
 * number of workers limits the concurrent tasks.
 */
public final class EventLoop implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "event-loop";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Event loop";
    }

    @Override
    public String explanation() {
        return "One thread; a task that has to wait gives it back to the loop: all waits overlap.";
    }

    @Override
    public boolean hasWorkers() {
        return true;
    }

    @Override
    public boolean workersAreLimit() {
        return true;
    }

    @Override
    public String defaultWorkersText() {
        return "Left empty, any number of tasks run at once; a number limits them.";
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return workers.orElse(Integer.MAX_VALUE);
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        Worker.Loop loop = factory.loop();
        TaskDispatch.gather(tasks, factory.limit(), loop::submit, factory.results().on(loop));
    }
}
