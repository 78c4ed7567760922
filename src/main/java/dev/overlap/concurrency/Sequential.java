package dev.overlap.concurrency;

import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One thread executes one task after another. */
public final class Sequential implements ConcurrencyModel {

    /** The id on the command line and in files. */
    public static final String ID = "sequential";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Sequential";
    }

    @Override
    public String explanation() {
        return "One thread, one task after another: the waits add up.";
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
        return 10;
    }

    @Override
    public Optional<FixedCollect> fixedCollect() {
        return Optional.of(
                new FixedCollect(
                        CollectMode.AS_COMPLETED,
                        "This model has each result in hand before it begins the next task:"
                                + " there is no other order."));
    }

    @Override
    public void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException {
        TaskDispatch.share(tasks, factory.threads(1), factory.results());
    }
}
