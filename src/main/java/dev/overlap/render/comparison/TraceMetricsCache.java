package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.trace.StandaloneTimes;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * The figures of traces, so that those of a finished one are counted once and those of a live one a
 * few times a second, however often they are painted. Threads: one at a time.
 */
final class TraceMetricsCache {

    private static final long YOUNG_NANOS = 100_000_000;

    private final Map<Trace, PanelMetrics> known = new WeakHashMap<>();
    private final Map<Trace, StandaloneTimes> alone = new WeakHashMap<>();

    /** The figures of a trace up to an instant, or to one a little before it. */
    PanelMetrics of(Trace trace, long horizonNanos) {
        PanelMetrics last = known.get(trace);
        if (last == null || isOld(last, trace, horizonNanos)) {
            last = PanelMetrics.of(trace, horizonNanos);
            known.put(trace, last);
        }
        return last;
    }

    /** What the finished runs of a comparison say of its tasks; null as long as there is none. */
    @Nullable StandaloneTimes basisOf(Comparison comparison) {
        return comparison.basis(
                trace ->
                        alone.computeIfAbsent(
                                trace, it -> StandaloneTimes.of(it, it.horizonNanos())));
    }

    private static boolean isOld(PanelMetrics last, Trace trace, long horizonNanos) {
        return trace.isFinished()
                ? last.horizonNanos() != horizonNanos
                : horizonNanos - last.horizonNanos() > YOUNG_NANOS;
    }
}
