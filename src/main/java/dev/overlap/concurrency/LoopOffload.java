package dev.overlap.concurrency;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.OptionalInt;

/**
 * The same loop and the same blocking call as in {@link BlockedLoop}, but a helper thread makes the
 * call: the remedy.
 */
public final class LoopOffload implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "loop-offload";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Event loop, calls offloaded";
    }

    @Override
    public String explanation() {
        return "The same loop; blocking calls run in a small thread pool: the waits overlap.";
    }

    @Override
    public boolean hasWorkers() {
        return true;
    }

    @Override
    public String defaultWorkersText() {
        return "Left empty, the pool has up to 4 threads more than this machine has cores, and at"
                + " most 32.";
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return workers.orElse(Settings.usualHelpers());
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        Worker.Loop loop = factory.loop();
        TaskDispatch.gather(tasks, loop::submitOffloaded, factory.results().on(loop));
    }
}
