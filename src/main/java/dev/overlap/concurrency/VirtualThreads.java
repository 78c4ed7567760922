package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/** One virtual thread per task. A number of workers limits the concurrent tasks. */
public final class VirtualThreads implements ConcurrencyModel {

    @Override
    public String id() {
        return "virtual-threads";
    }

    @Override
    public String name() {
        return "Virtual threads";
    }

    @Override
    public String explanation() {
        return "One cheap thread per task: all waits overlap, and none occupies an OS thread.";
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
        return "Left empty, any number of tasks run at once, each in its own virtual thread.";
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return workers.orElse(Integer.MAX_VALUE);
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        TaskDispatch.gather(
                tasks,
                factory.limit(),
                task -> factory.virtualThread().submit(task),
                factory.results());
    }
}
