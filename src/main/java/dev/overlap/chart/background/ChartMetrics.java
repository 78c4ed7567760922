package dev.overlap.chart.background;

import dev.overlap.render.timeline.TraceMetrics;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.jspecify.annotations.Nullable;

/**
 * The metrics of the trace that a chart shows, and pending ones until the first are computed.
 *
 * <p>Threads: JavaFX thread only, except for the computation.
 */
public final class ChartMetrics {

    private record Known(Trace trace, TraceMetrics metrics) {}

    private final TraceCalculator<TraceMetrics> calculator = new TraceCalculator<>(this::compute);
    private volatile @Nullable Known computed;
    private @Nullable Known pending;

    /** Returns the latest metrics, perhaps of an earlier instant. */
    public TraceMetrics at(Trace trace, long horizonNanos) {
        TraceMetrics known = calculator.at(new TraceMoment(trace, horizonNanos, false));
        return known == null ? pending(trace) : known;
    }

    private TraceMetrics compute(TraceMoment moment) {
        Known last = computed;
        TraceMetrics earlier = last == null || last.trace != moment.trace() ? null : last.metrics;
        TraceMetrics metrics = TraceMetrics.of(moment.trace(), moment.horizonNanos(), earlier);
        computed = new Known(moment.trace(), metrics);
        return metrics;
    }

    private TraceMetrics pending(Trace trace) {
        Known known = pending;
        if (known == null || known.trace != trace) {
            known = new Known(trace, TraceMetrics.pending(trace));
            pending = known;
        }
        return known.metrics;
    }
}
