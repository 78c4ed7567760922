package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/** One platform thread per task, started when the task is submitted and ended with it. */
public final class Threads implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "threads";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Threads";
    }

    @Override
    public String explanation() {
        return "One thread per task: all waits overlap, and each of them costs a thread.";
    }

    @Override
    public boolean hasWorkers() {
        return false;
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return Integer.MAX_VALUE;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        TaskDispatch.gather(tasks, task -> factory.thread().submit(task), factory.results());
    }
}
