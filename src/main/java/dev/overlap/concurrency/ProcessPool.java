package dev.overlap.concurrency;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/** A pool of N processes of this program; each free one takes the next task. */
public final class ProcessPool implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "process-pool";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Process pool";
    }

    @Override
    public String explanation() {
        return "N processes: like N threads, but each has to start up first and computes"
                + " independently.";
    }

    @Override
    public boolean hasWorkers() {
        return true;
    }

    @Override
    public String defaultWorkersText() {
        return "Left empty, the pool has " + Settings.DEFAULT_WORKERS + " processes.";
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return workers.orElse(Settings.DEFAULT_WORKERS);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        TaskDispatch.share(
                tasks,
                factory.processes(Math.min(factory.workers(), tasks.size())),
                factory.results());
    }
}
