package dev.overlap.render.timeline;

import dev.overlap.trace.ConcurrencyCurve;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a picture says of a whole run rather than of what is visible. Costs a look at every phase of
 * every task, so a live chart takes it a few times a second and not for every frame.
 *
 * @param horizonNanos up to which instant
 * @param soFar the numbers up to there
 * @param whole the numbers of the whole run, or null while it goes on
 * @param inFlight the curve up to there
 * @param phases that have occurred by then
 * @param busyShare how much of the time each worker was busy, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // one number a worker, never compared
public record TraceMetrics(
        long horizonNanos,
        Statistics soFar,
        @Nullable Statistics whole,
        ConcurrencyCurve inFlight,
        Set<Phase> phases,
        double[] busyShare) {

    /** The figures of a trace up to an instant. */
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
                busy(trace, horizonNanos));
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
