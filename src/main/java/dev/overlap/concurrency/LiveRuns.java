package dev.overlap.concurrency;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The runs in progress of whoever starts them, who waits for them in the end. None can begin after
 * that.
 *
 * <p>Threads: any.
 */
public final class LiveRuns {

    private final Set<Run> runs = new HashSet<>(); // guarded by this, as is the next
    private boolean closed;

    /**
     * Adds a run that is about to start, and removes it when it is done.
     *
     * @throws IllegalStateException if these are closed
     */
    public synchronized void add(Run run) {
        if (closed) {
            throw new IllegalStateException("no run can begin, since the program is about to end");
        }
        runs.add(run);
        run.done().whenComplete((_, _) -> remove(run));
    }

    private synchronized void remove(Run run) {
        runs.remove(run);
    }

    /** Lets no other run begin; returns those that are in progress, to be cancelled. */
    public synchronized List<Run> close() {
        closed = true;
        return List.copyOf(runs);
    }

    /** Waits for the ends of all; each has logged its own failures. */
    public void await(Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<?>[] all =
                close().stream()
                        .map(run -> run.done().toCompletableFuture().handle((_, _) -> null))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
