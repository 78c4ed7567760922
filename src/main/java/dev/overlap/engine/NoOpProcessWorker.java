package dev.overlap.engine;

import dev.overlap.model.Worker;
import dev.overlap.plan.Task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands for worker processes in a rehearsal, and does nothing: a process rehearses by itself
 * before it says that it is ready, and what it does there would be of no use here.
 */
final class NoOpProcessWorker implements Worker.ChildProcess {

    @Override
    public CompletionStage<Void> submit(Task task) {
        return CompletableFuture.completedFuture(null);
    }
}
