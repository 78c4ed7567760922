package dev.overlap.engine.process;

import dev.overlap.concurrency.Worker;
import dev.overlap.plan.Task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes the place of worker processes in the warm-up of a run and does nothing: each process warms
 * itself up before it reports that it is ready.
 */
public final class NoOpProcessWorker implements Worker.ChildProcess {

    @Override
    public CompletionStage<Void> submit(Task task) {
        return CompletableFuture.completedFuture(null);
    }
}
