package dev.overlap.engine;

import dev.overlap.concurrency.ResultCollector;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.resource.LocalResources;
import dev.overlap.engine.resource.ResourceAccess;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What connects workers to their run.
 *
 * @param onEnd receives the outcome of each task as soon as it has ended, on any thread
 * @param prepareCommand supplies the first command to worker processes, or null if none are to be
 *     started
 * @param shared what the tasks share
 * @param resources how workers of this process that block reach it
 * @param advises whether failures get advice on the network; a worker process leaves that to the
 *     run
 * @param results what collects the results; null if no model runs
 */
record RunBinding(
        Consumer<Outcome> onEnd,
        @Nullable Supplier<WorkerCommand.Prepare> prepareCommand,
        SharedResources shared,
        ResourceAccess resources,
        boolean advises,
        @Nullable ResultCollector results) {

    /** Returns a binding to a run in this process. */
    static RunBinding of(
            Consumer<Outcome> onEnd,
            @Nullable Supplier<WorkerCommand.Prepare> prepareCommand,
            SharedResources shared,
            TraceRecorder recorder) {
        return new RunBinding(
                onEnd, prepareCommand, shared, new LocalResources(shared, recorder), true, null);
    }

    /** Returns the same binding, for a model that has its results collected. */
    RunBinding withResults(ResultCollector collector) {
        return new RunBinding(onEnd, prepareCommand, shared, resources, advises, collector);
    }

    /** Returns a binding to a run in another process, which has the table of resources. */
    static RunBinding remote(TraceRecorder recorder, ResourceAccess resources) {
        return new RunBinding(
                _ -> {}, null, SharedResources.none(recorder), resources, false, null);
    }
}
