package dev.overlap.render.timeline;

import dev.overlap.render.resource.ResourceTimelines;
import dev.overlap.text.ResourceText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.ConcurrencyCurve;
import dev.overlap.trace.metrics.Statistics;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The metrics of a whole run, as opposed to its visible part. Computing them visits every phase of
 * every task, so a live chart does it a few times per second, not for every frame.
 *
 * @param horizonNanos the instant up to which they are computed
 * @param soFar the statistics up to there
 * @param whole the statistics of the whole run, or null during a run
 * @param inFlight the concurrency curve up to there
 * @param phases that have occurred by then
 * @param waitsForResource what tasks wait for in phase BLOCKED, in words
 * @param resources what tasks share
 * @param busyShare the share of time in which each worker was busy, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // one number per worker, never compared
public record TraceMetrics(
        long horizonNanos,
        Statistics soFar,
        @Nullable Statistics whole,
        ConcurrencyCurve inFlight,
        Set<Phase> phases,
        String waitsForResource,
        ResourceTimelines resources,
        double[] busyShare) {

    /** Returns the metrics of a trace up to an instant. */
    public static TraceMetrics of(Trace trace, long horizonNanos) {
        boolean finished = trace.isFinished();
        Statistics soFar = Statistics.of(trace, horizonNanos);
        boolean atEnd = finished && horizonNanos >= trace.wallNanos();
        return new TraceMetrics(
                horizonNanos,
                soFar,
                finished ? (atEnd ? soFar : Statistics.of(trace, trace.wallNanos())) : null,
                ConcurrencyCurve.of(trace, horizonNanos),
                phases(trace, horizonNanos),
                ResourceText.waits(List.of(trace), horizonNanos),
                new ResourceTimelines(trace, horizonNanos),
                busy(trace, horizonNanos));
    }

    /** Returns the name of a phase in a legend. */
    String words(Phase phase) {
        return phase == Phase.BLOCKED ? waitsForResource : phase.words();
    }

    private static Set<Phase> phases(Trace trace, long horizonNanos) {
        Set<Phase> found = EnumSet.noneOf(Phase.class);
        for (TaskTrack task : trace.tasks()) {
            int last = task.segmentAt(horizonNanos);
            for (int segment = 0; segment <= last; segment++) {
                if (task.end(segment) > task.begin(segment)) {
                    found.add(task.phase(segment));
                }
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private static double[] busy(Trace trace, long horizonNanos) {
        double[] shares = new double[trace.workers().size()];
        for (int i = 0; i < shares.length; i++) {
            WorkerTrack worker = trace.worker(i);
            shares[i] =
                    horizonNanos <= 0 ? 0 : (double) worker.busyNanos(horizonNanos) / horizonNanos;
        }
        return shares;
    }
}
