package dev.overlap.render.timeline;

import dev.overlap.render.StepDecimator;
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
 * @param inFlightSteps that curve, for painting
 * @param wholeInFlight the curve of the whole run, as far as it is known, for painting; a replay
 *     does not end it
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
        StepDecimator inFlightSteps,
        StepDecimator wholeInFlight,
        Set<Phase> phases,
        String waitsForResource,
        ResourceTimelines resources,
        double[] busyShare) {

    private static final long PENDING = -1;

    /** Returns the metrics of a trace up to an instant. */
    static TraceMetrics of(Trace trace, long horizonNanos) {
        return of(trace, horizonNanos, null);
    }

    /**
     * As {@link #of(Trace, long)}, for a trace of which an earlier instant was computed.
     *
     * @param earlier null if there is none
     */
    public static TraceMetrics of(Trace trace, long horizonNanos, @Nullable TraceMetrics earlier) {
        boolean finished = trace.isFinished();
        Statistics soFar = Statistics.of(trace, horizonNanos);
        ConcurrencyCurve inFlight = ConcurrencyCurve.of(trace, horizonNanos);
        StepDecimator steps = new StepDecimator(inFlight.nanos(), inFlight.level());
        return new TraceMetrics(
                horizonNanos,
                soFar,
                finished ? whole(trace, horizonNanos, soFar, earlier) : null,
                inFlight,
                steps,
                isReplay(trace, horizonNanos) ? wholeInFlight(trace, earlier) : steps,
                phases(trace, horizonNanos),
                ResourceText.waits(List.of(trace), horizonNanos),
                new ResourceTimelines(trace, horizonNanos),
                busy(trace, horizonNanos));
    }

    /** What is known of a trace whose metrics are still being computed: nothing. */
    public static TraceMetrics pending(Trace trace) {
        TraceMetrics nothing = of(new Trace(List.of()), 0);
        return new TraceMetrics(
                PENDING,
                nothing.soFar,
                null,
                nothing.inFlight,
                nothing.inFlightSteps,
                nothing.wholeInFlight,
                nothing.phases,
                nothing.waitsForResource,
                new ResourceTimelines(trace, 0),
                nothing.busyShare);
    }

    /** Whether nothing has been computed yet. */
    public boolean isPending() {
        return horizonNanos == PENDING;
    }

    /** The statistics of a finished run do not depend on the instant of a replay. */
    private static Statistics whole(
            Trace trace, long horizonNanos, Statistics soFar, @Nullable TraceMetrics earlier) {
        if (!isReplay(trace, horizonNanos)) {
            return soFar;
        }
        Statistics known = earlier == null ? null : earlier.whole;
        return known == null ? Statistics.of(trace, trace.wallNanos()) : known;
    }

    private static StepDecimator wholeInFlight(Trace trace, @Nullable TraceMetrics earlier) {
        if (earlier != null && earlier.whole != null) {
            return earlier.wholeInFlight;
        }
        ConcurrencyCurve whole = ConcurrencyCurve.of(trace, trace.wallNanos());
        return new StepDecimator(whole.nanos(), whole.level());
    }

    private static boolean isReplay(Trace trace, long horizonNanos) {
        return trace.isFinished() && horizonNanos < trace.wallNanos();
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
