package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Finished runs of one plan that were measured together.
 *
 * @param traces in the order in which they ran
 * @param guesses made before they ran
 * @param begun when the measurement began
 */
record FinishedRuns(Plan plan, List<Trace> traces, Guesses guesses, Instant begun) {

    FinishedRuns {
        traces = List.copyOf(traces);
    }

    /** Returns those of a variant of a comparison. */
    static FinishedRuns of(VariantResult variant, Guesses guesses, Instant begun) {
        return new FinishedRuns(
                variant.variant().plan(),
                variant.samples().stream().map(sample -> sample.trace()).toList(),
                guesses,
                begun);
    }

    /** The run with the median wall time, which is also what a comparison draws. */
    Trace drawn() {
        List<Trace> sorted =
                traces.stream().sorted(Comparator.comparingLong(Trace::wallNanos)).toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
