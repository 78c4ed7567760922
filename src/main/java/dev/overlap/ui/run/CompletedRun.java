package dev.overlap.ui.run;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A finished run, such as one of a comparison. */
public record CompletedRun(Plan plan, Trace trace) implements Run {

    /** Does nothing: the run is over. */
    @Override
    public void cancel() {}

    @Override
    public CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
