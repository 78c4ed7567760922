package dev.overlap.comparison;

import dev.overlap.concurrency.Sequential;
import dev.overlap.trace.StandaloneTimes;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * What came of a comparison plan so far. Immutable but for the live trace, which grows.
 *
 * @param entries one per variant, in the plan's order
 * @param finished whether nothing will be added any more: all turns were taken, or it was stopped
 */
public record Comparison(ComparisonPlan plan, List<VariantResult> entries, boolean finished) {

    public Comparison {
        entries = List.copyOf(entries);
    }

    /** A comparison plan of which nothing was measured yet. */
    public static Comparison planned(ComparisonPlan comparisonPlan) {
        List<VariantResult> entries =
                comparisonPlan.variants().stream()
                        .map(it -> new VariantResult(it, List.of(), null))
                        .toList();
        return new Comparison(comparisonPlan, entries, false);
    }

    /** How many runs have finished. */
    public int done() {
        return entries.stream().mapToInt(variantResult -> variantResult.samples().size()).sum();
    }

    /** Whether every run of the comparison plan was made. */
    public boolean isWhole() {
        return done() == plan.turns().size();
    }

    /** The variant that was measured one task after another; null if there is none. */
    public @Nullable VariantResult oneByOne() {
        return entries.stream()
                .filter(
                        variantResult ->
                                variantResult.variant().plan().model().equals(Sequential.ID))
                .findFirst()
                .orElse(null);
    }

    /**
     * The one basis on which all variants are compared: what each task needs alone, as all finished
     * runs show it together. Null as long as no run has finished. Costs a look at every phase of
     * every task of every run.
     */
    public @Nullable StandaloneTimes basis() {
        return basis(trace -> StandaloneTimes.of(trace, trace.horizonNanos()));
    }

    /** The same, where somebody remembers what each run shows. */
    public @Nullable StandaloneTimes basis(Function<Trace, StandaloneTimes> known) {
        List<StandaloneTimes> runs =
                entries.stream()
                        .flatMap(variantResult -> variantResult.samples().stream())
                        .map(measurement -> known.apply(measurement.trace()))
                        .toList();
        return runs.isEmpty() ? null : StandaloneTimes.least(runs);
    }

    /**
     * Whether the time of a variant says how fast it is: a run in which tasks fail that succeed
     * elsewhere, or in which none succeeds, is not fast.
     */
    public boolean isFair(VariantResult variantResult) {
        Measurement median = variantResult.median();
        int undone = variantResult.undone();
        return median != null
                && undone == VariantResult.leastUndone(entries)
                && undone < median.trace().tasks().size();
    }

    /** The longest wall time of any run, in nanoseconds, or -1 as long as none has finished. */
    public long mostNanos() {
        return entries.stream().mapToLong(VariantResult::mostNanos).max().orElse(-1);
    }

    /**
     * How many times as fast as the measured sequential runs a variant was: median over median; NaN
     * where either has not been measured, or {@linkplain #isFair was no fair run}.
     */
    public double speedUp(VariantResult variantResult) {
        VariantResult measured = oneByOne();
        return measured == null
                        || measured.medianNanos() < 0
                        || variantResult.medianNanos() <= 0
                        || !isFair(measured)
                        || !isFair(variantResult)
                ? Double.NaN
                : (double) measured.medianNanos() / variantResult.medianNanos();
    }

    /**
     * The same, derived from a basis of this comparison: the same one for all its variants, so that
     * the numbers never contradict the order of the walls.
     */
    public double derivedSpeedUp(VariantResult variantResult, @Nullable StandaloneTimes basis) {
        return basis == null || !isFair(variantResult)
                ? Double.NaN
                : basis.speedUp(variantResult.medianNanos());
    }
}
