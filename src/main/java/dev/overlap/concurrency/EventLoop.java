package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/**
 * One loop carries all tasks, each giving the thread back wherever it would wait; no more at once
 * than were asked for, if any number was.
 */
public final class EventLoop implements ConcurrencyModel {

    /** What it is called on the command line and in files. */
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
    public String workersByItself() {
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
        TaskDispatch.gather(tasks, factory.limit(), loop::submit);
    }
}
