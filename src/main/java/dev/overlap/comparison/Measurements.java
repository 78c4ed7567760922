package dev.overlap.comparison;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The measurements of a comparison, per variant.
 *
 * <p>Threads: one at a time.
 */
final class Measurements {

    private record Live(int variant, Trace trace) {}

    private final ComparisonPlan comparisonPlan;
    private final List<List<Measurement>> samples = new ArrayList<>();

    Measurements(ComparisonPlan comparisonPlan) {
        this.comparisonPlan = comparisonPlan;
        comparisonPlan.variants().forEach(_ -> samples.add(new ArrayList<>()));
    }

    void add(int variant, Measurement measurement) {
        samples.get(variant).add(measurement);
    }

    /** Returns the results before a run, or between two. */
    Comparison soFar() {
        return comparison(null, false);
    }

    /** Returns the results with the live trace of the current run. */
    Comparison running(int variant, Trace trace) {
        return comparison(new Live(variant, trace), false);
    }

    /** Returns the results to which no run will be added. */
    Comparison finished() {
        return comparison(null, true);
    }

    private Comparison comparison(@Nullable Live live, boolean finished) {
        List<VariantResult> entries = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Trace trace = live != null && live.variant == i ? live.trace : null;
            entries.add(new VariantResult(comparisonPlan.variants().get(i), samples.get(i), trace));
        }
        return new Comparison(comparisonPlan, entries, finished);
    }
}
