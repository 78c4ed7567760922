package dev.overlap.comparison;

import dev.overlap.concurrency.Sequential;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The results of a comparison so far. Immutable except for the live trace, which grows.
 *
 * @param entries one per variant, in the plan's order
 * @param finished whether no results will be added: all runs are done, or it was stopped
 */
public record Comparison(ComparisonPlan plan, List<VariantResult> entries, boolean finished) {

    public Comparison {
        entries = List.copyOf(entries);
    }

    /** Returns a comparison without results. */
    public static Comparison planned(ComparisonPlan comparisonPlan) {
        List<VariantResult> entries =
                comparisonPlan.variants().stream()
                        .map(it -> new VariantResult(it, List.of(), null))
                        .toList();
        return new Comparison(comparisonPlan, entries, false);
    }

    /** Whether workers of a finished run had to start up, as processes do. */
    public boolean hasStartUp() {
        return samples()
                .flatMap(measurement -> measurement.trace().workers().stream())
                .anyMatch(worker -> worker.startUp() != null);
    }

    /**
     * Returns the same results without the start-up of workers: what it cost is left out of every
     * finished run that had any. Visits every task of those runs.
     */
    public Comparison withoutStartUp() {
        return new Comparison(
                plan, entries.stream().map(VariantResult::withoutStartUp).toList(), finished);
    }

    /** Whether the start-up of workers is left out of a run. */
    public boolean isWithoutStartUp() {
        return samples().anyMatch(measurement -> measurement.leftOutNanos() > 0);
    }

    private Stream<Measurement> samples() {
        return entries.stream().flatMap(variantResult -> variantResult.samples().stream());
    }

    /** Whether results will be added. */
    boolean isGoing() {
        return !finished && !isWhole();
    }

    /** The number of finished runs. */
    public int done() {
        return Math.toIntExact(samples().count());
    }

    /** Whether every run of the plan has finished. */
    public boolean isWhole() {
        return done() == plan.turns().size();
    }

    /**
     * Whether all runs did the same work: one list, under the same settings apart from the number
     * of workers, and, as far as can be told, on one machine. Of others only the times can be
     * compared, and not what follows from doing the same. Of a program without a list it is not
     * known what it did.
     */
    public boolean isOfOneWork() {
        Plan first = plan.variants().getFirst().plan();
        return !(first.sites().lines().isEmpty() && samples().anyMatch(Comparison::didSomething))
                && plan.variants().stream().allMatch(it -> isSameWork(first, it.plan()))
                && samples().map(it -> it.trace().processors()).distinct().count() <= 1
                && samples().map(it -> it.trace().tasks().size()).distinct().count() <= 1;
    }

    private static boolean didSomething(Measurement measurement) {
        return !measurement.trace().tasks().isEmpty();
    }

    private static boolean isSameWork(Plan one, Plan other) {
        return one.sites().equals(other.sites())
                && one.settings().withWorkers(1).equals(other.settings().withWorkers(1));
    }

    private boolean isSweep() {
        return plan.variants().stream().allMatch(Variant::isOfWorkers);
    }

    /** Whether it is not of one list under several models, but of any runs side by side. */
    public boolean isSideBySide() {
        long models = plan.variants().stream().map(it -> it.plan().model()).distinct().count();
        return !isOfOneWork() || (models < plan.variants().size() && !isSweep());
    }

    /**
     * The variant of sequential execution; null if there is none, or if not all did {@linkplain
     * #isOfOneWork the same work}.
     */
    public @Nullable VariantResult oneByOne() {
        return isOfOneWork() ? sequential() : null;
    }

    private @Nullable VariantResult sequential() {
        return entries.stream()
                .filter(
                        variantResult ->
                                variantResult.variant().plan().model().equals(Sequential.ID))
                .findFirst()
                .orElse(null);
    }

    /**
     * The common basis of all variants: the uncontended times of the tasks, combined from all
     * finished runs. Null before a run has finished, and if not all did {@linkplain #isOfOneWork
     * the same work}. Visits every phase of every task of every run.
     */
    public @Nullable UncontendedTimes basis() {
        return basis(trace -> UncontendedTimes.of(trace, trace.horizonNanos()));
    }

    /** Like {@link #basis()}, with cached uncontended times per run. */
    public @Nullable UncontendedTimes basis(Function<Trace, UncontendedTimes> cached) {
        if (!isOfOneWork()) {
            return null;
        }
        List<UncontendedTimes> runs =
                samples().map(measurement -> cached.apply(measurement.trace())).toList();
        return runs.isEmpty() ? null : UncontendedTimes.least(runs);
    }

    /**
     * Whether the time of a variant is comparable: a run in which tasks fail that succeed in other
     * variants, or in which none succeeds, is not.
     */
    boolean isFair(VariantResult variantResult) {
        Measurement median = variantResult.median();
        int undone = variantResult.undone();
        return median != null
                && undone == VariantResult.minUndone(entries)
                && undone < median.trace().tasks().size();
    }

    /** The longest wall time of any run, in nanoseconds, or -1 before one has finished. */
    public long maxNanos() {
        return entries.stream().mapToLong(VariantResult::maxNanos).max().orElse(-1);
    }

    /**
     * The speed-up of a variant over the measured sequential runs: median over median; NaN if
     * either has not been measured, or {@linkplain #isFair is not comparable}.
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
     * The speed-up derived from a basis of this comparison, which must be the same for all its
     * variants, so that the numbers never contradict the order of the wall times.
     */
    public double derivedSpeedUp(VariantResult variantResult, @Nullable UncontendedTimes basis) {
        return basis == null || !isFair(variantResult)
                ? Double.NaN
                : basis.speedUp(variantResult.medianNanos());
    }
}
