package dev.overlap.engine;

import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.engine.task.CleanupStep;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes endings fail, in the ways that libraries do. */
public final class FailingCleanup implements CleanupInterceptor {

    /** Which endings throw. */
    public enum Way {
        /** Each abort throws, when it has done its work: as the pool of a client does. */
        ABORTS,
        /** Each abort throws, and has done nothing. */
        ABORTS_UNDONE,
        /** The first abort throws, and has done nothing. */
        ONE_ABORT_UNDONE,
        /** Each step of each clean-up throws when it has done its work, and each abort does. */
        ALL
    }

    private final Way way;
    private final AtomicInteger aborts = new AtomicInteger();
    private final AtomicInteger thrown = new AtomicInteger();

    FailingCleanup(Way way) {
        this.way = way;
    }

    /** An engine whose runs end so, for tests of what stands above it. */
    public static Engine engine(LabEndpoint lab, Way way) {
        return new Engine(lab, NetworkAccess.system(), new FailingCleanup(way));
    }

    /** How often it has thrown. */
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

    /** By turns an exception and an error: none is less foreign than the other. */
    private void fail() {
        int number = thrown.incrementAndGet();
        if (number % 2 == 1) {
            throw new IllegalStateException(
                    "Pool entry is not present in the set of leased entries");
        }
        throw new StackOverflowError("in the depths of a library");
    }
}
