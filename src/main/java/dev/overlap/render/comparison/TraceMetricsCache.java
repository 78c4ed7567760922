package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * Caches metrics of traces, so that those of a finished one are computed once and those of a live
 * one a few times per second, however often they are painted. Threads: one at a time.
 */
final class TraceMetricsCache {

    private static final long MAX_AGE_NANOS = 100_000_000;

    private final Map<Trace, PanelMetrics> metrics = new WeakHashMap<>();
    private final Map<Trace, UncontendedTimes> uncontended = new WeakHashMap<>();

    /** Returns the metrics of a trace up to an instant, or slightly before it. */
    PanelMetrics of(Trace trace, long horizonNanos) {
        PanelMetrics last = metrics.get(trace);
        if (last == null || isOutdated(last, trace, horizonNanos)) {
            last = PanelMetrics.of(trace, horizonNanos);
            metrics.put(trace, last);
        }
        return last;
    }

    /** Returns what the finished runs of a comparison reveal about its tasks; null without any. */
    @Nullable UncontendedTimes basisOf(Comparison comparison) {
        return comparison.basis(
                trace ->
                        uncontended.computeIfAbsent(
                                trace, it -> UncontendedTimes.of(it, it.horizonNanos())));
    }

    private static boolean isOutdated(PanelMetrics last, Trace trace, long horizonNanos) {
        return trace.isFinished()
                ? last.horizonNanos() != horizonNanos
                : horizonNanos - last.horizonNanos() > MAX_AGE_NANOS;
    }
}
