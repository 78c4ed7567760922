package dev.overlap.ui.run;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.LowerBound.Cause;
import dev.overlap.trace.metrics.ResourceStatistics;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.WorkerCounts;
import dev.overlap.trace.metrics.WorkerStatistics;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the panes say of workers and resources at a moment. Visits all slices of the workers that
 * have a row, and all uses of such resources.
 *
 * @param counts of all workers
 * @param workers a row for each of the first workers
 * @param resources a row for each of the first resources
 * @param held the resource that bounds the run, or null if none does
 */
record PaneFigures(
        WorkerCounts counts,
        List<WorkerRow> workers,
        List<ResourceRow> resources,
        @Nullable ResourceRow held) {

    /** A worker and its numbers. */
    record WorkerRow(WorkerTrack worker, WorkerStatistics numbers) {}

    /** A resource and its numbers. */
    record ResourceRow(ResourceTrack resource, ResourceStatistics numbers) {}

    PaneFigures {
        workers = List.copyOf(workers);
        resources = List.copyOf(resources);
    }

    static PaneFigures of(TraceMoment moment, Statistics statistics) {
        Trace trace = moment.trace();
        return new PaneFigures(
                WorkerCounts.of(trace, moment.horizonNanos()),
                trace.workers().stream()
                        .limit(StatisticsTable.MAX_ROWS)
                        .map(worker -> row(moment, worker))
                        .toList(),
                trace.resources().stream()
                        .limit(StatisticsTable.MAX_ROWS)
                        .map(resource -> row(moment, resource))
                        .toList(),
                statistics.lowerBound().cause() instanceof Cause.Held cause
                        ? row(moment, trace.resource(cause.resource()))
                        : null);
    }

    private static WorkerRow row(TraceMoment moment, WorkerTrack worker) {
        return new WorkerRow(
                worker, WorkerStatistics.of(moment.trace(), worker, moment.horizonNanos()));
    }

    private static ResourceRow row(TraceMoment moment, ResourceTrack resource) {
        return new ResourceRow(
                resource, ResourceStatistics.of(moment.trace(), resource, moment.horizonNanos()));
    }
}
