package dev.overlap.engine.process;

import dev.overlap.concurrency.Worker;
import dev.overlap.plan.Task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands for worker processes in a warm-up, and does nothing: a process warms up by itself before
 * it says that it is ready, and what it does there would be of no use here.
 */
public final class NoOpProcessWorker implements Worker.ChildProcess {

    @Override
    public CompletionStage<Void> submit(Task task) {
        return CompletableFuture.completedFuture(null);
    }
}
