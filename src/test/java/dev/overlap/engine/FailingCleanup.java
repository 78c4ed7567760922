package dev.overlap.engine;

import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.engine.task.CleanupStep;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes clean-up steps fail in the ways that libraries do. */
public final class FailingCleanup implements CleanupInterceptor {

    /** Which steps throw. */
    public enum Way {
        /** Each abort throws after it has worked, like the connection pool of a client. */
        ABORTS,
        /** Each abort throws without effect. */
        ABORTS_UNDONE,
        /** The first abort throws without effect. */
        ONE_ABORT_UNDONE,
        /** Each clean-up step and each abort throws after it has worked. */
        ALL
    }

    private final Way way;
    private final AtomicInteger aborts = new AtomicInteger();
    private final AtomicInteger thrown = new AtomicInteger();

    FailingCleanup(Way way) {
        this.way = way;
    }

    /** Returns an engine with such failures, for tests of its users. */
    public static Engine engine(LabEndpoint lab, Way way) {
        return new Engine(lab, NetworkAccess.system(), new FailingCleanup(way));
    }

    /** Returns how often it has thrown. */
    int thrown() {
        return thrown.get();
    }

    @Override
    public void abort(Abort what) {
        boolean first = aborts.getAndIncrement() == 0;
        switch (way) {
            case ABORTS, ALL -> what.cancel();
            case ABORTS_UNDONE -> {}
            case ONE_ABORT_UNDONE -> {
                if (!first) {
                    what.cancel();
                    return;
                }
            }
        }
        fail();
    }

    @Override
    public void end(CleanupStep step) throws Exception {
        step.run();
        if (way == Way.ALL) {
            fail();
        }
    }

    /** Throws an exception and an error in turn, since libraries throw both. */
    private void fail() {
        int number = thrown.incrementAndGet();
        if (number % 2 == 1) {
            throw new IllegalStateException(
                    "Pool entry is not present in the set of leased entries");
        }
        throw new StackOverflowError("in the depths of a library");
    }
}
