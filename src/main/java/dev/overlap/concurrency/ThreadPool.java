package dev.overlap.concurrency;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/** A pool of N platform threads; each free one takes the next task. */
public final class ThreadPool implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "thread-pool";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Thread pool";
    }

    @Override
    public String explanation() {
        return "N threads; whichever is free takes the next task and waits for it: N waits"
                + " overlap.";
    }

    @Override
    public boolean hasWorkers() {
        return true;
    }

    @Override
    public String defaultWorkersText() {
        return "Left empty, the pool has " + Settings.DEFAULT_WORKERS + " threads.";
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return workers.orElse(Settings.DEFAULT_WORKERS);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        TaskDispatch.share(
                tasks,
                factory.threads(Math.min(factory.workers(), tasks.size())),
                factory.results());
    }
}
