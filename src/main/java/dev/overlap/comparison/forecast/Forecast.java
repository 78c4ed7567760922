package dev.overlap.comparison.forecast;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.ProcessPool;
import dev.overlap.plan.Plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The wall time expected of one run of each variant of a comparison, before anything of it is
 * measured.
 *
 * @param plan the comparison
 * @param variants one per variant of the plan
 */
public record Forecast(ComparisonPlan plan, List<Estimate> variants) {

    /** What an estimate is based on. */
    public enum Basis {
        /** Earlier runs of the same list, model and settings. */
        MEASURED,
        /** The times that the lines declare. */
        DECLARED,
        UNKNOWN
    }

    /**
     * The wall time expected of a run.
     *
     * @param nanos -1 if unknown
     */
    public record Estimate(Basis basis, long nanos) {

        static final Estimate UNKNOWN = new Estimate(Basis.UNKNOWN, -1);

        boolean isKnown() {
            return basis != Basis.UNKNOWN;
        }
    }

    public Forecast {
        variants = List.copyOf(variants);
    }

    /** Makes a forecast from earlier runs, and from what the list declares. */
    public static Forecast of(ComparisonPlan plan, EarlierRuns measured) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Forecast(
                plan,
                plan.variants().stream()
                        .map(it -> estimate(it.plan(), measured, processors))
                        .toList());
    }

    private static Estimate estimate(Plan plan, EarlierRuns measured, int processors) {
        OptionalLong before = measured.medianNanos(plan);
        if (before.isPresent()) {
            return new Estimate(Basis.MEASURED, before.getAsLong());
        }
        OptionalLong declared = DeclaredWall.nanosOf(plan, processors);
        return declared.isPresent()
                ? new Estimate(Basis.DECLARED, declared.getAsLong())
                : Estimate.UNKNOWN;
    }

    /** What all estimates are based on: the least certain basis of a variant. */
    public Basis basis() {
        return variants.stream().map(Estimate::basis).max(Enum::compareTo).orElse(Basis.UNKNOWN);
    }

    /**
     * The time of all runs one after another, in nanoseconds; -1 if that of a variant is unknown.
     */
    public long totalNanos() {
        return basis() == Basis.UNKNOWN
                ? -1
                : plan.runs() * variants.stream().mapToLong(Estimate::nanos).sum();
    }

    /** Whether processes or interpreters will start, for a time that no list declares. */
    public boolean startsProcesses() {
        List<Variant> all = plan.variants();
        for (int i = 0; i < all.size(); i++) {
            Plan run = all.get(i).plan();
            boolean processes = run.model().equals(ProcessPool.ID) || run.isWatched();
            if (processes && variants.get(i).basis() == Basis.DECLARED) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns how far a comparison of this plan is.
     *
     * <p>What a variant has measured replaces its estimate. The time between two runs, in which
     * connections are warmed up and processes end, is expected to stay what it was.
     *
     * @param elapsedNanos since the comparison began
     */
    public ForecastProgress after(Comparison soFar, long elapsedNanos) {
        Remaining remaining = new Remaining(elapsedNanos);
        List<VariantResult> entries = soFar.entries();
        List<Estimate> missing = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            VariantResult entry = entries.get(i);
            long known = entry.samples().isEmpty() ? variants.get(i).nanos() : entry.medianNanos();
            int runs = plan.runs() - entry.samples().size();
            if (known < 0 && runs > 0) {
                missing.add(variants.get(i));
            }
            remaining.add(entry, Math.max(0, known), runs);
        }
        int total = entries.size() * plan.runs();
        return new ForecastProgress(
                soFar.done(),
                total,
                elapsedNanos,
                missing.isEmpty() ? remaining.nanos(soFar.done(), total) : -1);
    }

    /** Adds up what is left. */
    private static final class Remaining {

        private final long elapsedNanos;
        private long left;
        private long measured;

        Remaining(long elapsedNanos) {
            this.elapsedNanos = elapsedNanos;
        }

        void add(VariantResult entry, long each, int runs) {
            long live = entry.live() == null ? 0 : entry.live().horizonNanos();
            left += each * runs - Math.min(live, each);
            measured += live;
            measured += entry.samples().stream().mapToLong(it -> it.trace().wallNanos()).sum();
        }

        long nanos(int done, int total) {
            long between = done == 0 ? 0 : Math.max(0, elapsedNanos - measured) / done;
            return left + between * (total - done);
        }
    }
}
