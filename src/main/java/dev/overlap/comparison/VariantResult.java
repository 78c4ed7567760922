package dev.overlap.comparison;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * What came of one variant so far.
 *
 * @param samples its finished runs, in the order in which they were made
 * @param live the run of it that goes on, or null
 */
public record VariantResult(Variant variant, List<Measurement> samples, @Nullable Trace live) {

    public VariantResult {
        samples = List.copyOf(samples);
    }

    /**
     * The run whose wall time is the median, the shorter of the two middle ones where their number
     * is even; null as long as none has finished.
     */
    public @Nullable Measurement median() {
        List<Measurement> sorted = sorted();
        return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
    }

    /** What a picture shows: the median run, or the first while it goes on; null before that. */
    public @Nullable Trace drawn() {
        Measurement median = median();
        return median == null ? live : median.trace();
    }

    /** The shortest wall time, in nanoseconds, or -1 as long as no run has finished. */
    public long leastNanos() {
        return samples.isEmpty() ? -1 : sorted().getFirst().wallNanos();
    }

    /** The wall time of the median run, in nanoseconds, or -1 as long as no run has finished. */
    public long medianNanos() {
        Measurement median = median();
        return median == null ? -1 : median.wallNanos();
    }

    /** The longest wall time, in nanoseconds, or -1 as long as no run has finished. */
    public long mostNanos() {
        return samples.isEmpty() ? -1 : sorted().getLast().wallNanos();
    }

    /** The three times above in one; all -1 as long as no run has finished. */
    public WallTimeRange spread() {
        return new WallTimeRange(leastNanos(), medianNanos(), mostNanos());
    }

    /** Whether a run of it has finished. */
    public boolean isMeasured() {
        return !samples.isEmpty();
    }

    /** The most tasks that one run of it left undone; 0 if none has finished. */
    public int undone() {
        return samples.stream()
                .mapToInt(measurement -> RunMetrics.undoneIn(measurement.trace()))
                .max()
                .orElse(0);
    }

    /** The same of the variant of several that did best; 0 if none has finished a run. */
    static int leastUndone(List<VariantResult> entries) {
        return entries.stream()
                .filter(VariantResult::isMeasured)
                .mapToInt(VariantResult::undone)
                .min()
                .orElse(0);
    }

    private List<Measurement> sorted() {
        return samples.stream().sorted(Comparator.comparingLong(Measurement::wallNanos)).toList();
    }
}
