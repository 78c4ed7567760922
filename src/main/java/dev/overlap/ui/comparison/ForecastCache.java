package dev.overlap.ui.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.forecast.EarlierRuns;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

/**
 * Forecasts from the runs of this window. Remembers the last one, because it visits every task.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ForecastCache {

    private final EarlierRuns measured = new EarlierRuns();
    private @Nullable Forecast last;
    private long version;

    /** Returns the forecast for a comparison. */
    Forecast of(ComparisonPlan plan) {
        Forecast made = last;
        if (made == null || version != measured.version() || !made.plan().equals(plan)) {
            made = Forecast.of(plan, measured);
            last = made;
            version = measured.version();
        }
        return made;
    }

    /** Takes the runs of a finished comparison into account. */
    void add(Comparison finished) {
        for (VariantResult result : finished.entries()) {
            for (Measurement measurement : result.samples()) {
                add(result.variant().plan(), measurement.trace());
            }
        }
    }

    /** Takes a run into account, unless it has not finished or was stopped. */
    void add(Plan plan, Trace trace) {
        boolean stopped =
                trace.tasks().stream().anyMatch(it -> it.outcome() instanceof Outcome.Cancelled);
        if (trace.isFinished() && !stopped) {
            measured.add(plan, trace.wallNanos());
        }
    }
}
