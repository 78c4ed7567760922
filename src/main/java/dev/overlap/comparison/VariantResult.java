package dev.overlap.comparison;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * The results of one variant so far.
 *
 * @param samples its finished runs, chronologically
 * @param live its run in progress, or null
 */
public record VariantResult(Variant variant, List<Measurement> samples, @Nullable Trace live) {

    public VariantResult {
        samples = List.copyOf(samples);
    }

    /**
     * The run with the median wall time, the shorter of the two middle ones for an even number;
     * null before a run has finished.
     */
    public @Nullable Measurement median() {
        List<Measurement> sorted = sorted();
        return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
    }

    /** The trace to draw: the median run, or the first one in progress; null before that. */
    public @Nullable Trace drawn() {
        Measurement median = median();
        return median == null ? live : median.trace();
    }

    /** What is left out at the begin of the drawn run, in nanoseconds; 0 for nothing. */
    public long leftOutNanos() {
        Measurement median = median();
        return median == null ? 0 : median.leftOutNanos();
    }

    /** Returns the same results without the start-up of workers. */
    VariantResult withoutStartUp() {
        return new VariantResult(
                variant, samples.stream().map(Measurement::withoutStartUp).toList(), live);
    }

    /** The shortest wall time, in nanoseconds, or -1 before a run has finished. */
    public long minNanos() {
        return samples.isEmpty() ? -1 : sorted().getFirst().wallNanos();
    }

    /** The wall time of the median run, in nanoseconds, or -1 before a run has finished. */
    public long medianNanos() {
        Measurement median = median();
        return median == null ? -1 : median.wallNanos();
    }

    /** The longest wall time, in nanoseconds, or -1 before a run has finished. */
    public long maxNanos() {
        return samples.isEmpty() ? -1 : sorted().getLast().wallNanos();
    }

    /** The three times above; all -1 before a run has finished. */
    WallTimeRange spread() {
        return new WallTimeRange(minNanos(), medianNanos(), maxNanos());
    }

    /** Whether a run has finished. */
    boolean isMeasured() {
        return !samples.isEmpty();
    }

    /** The maximum number of undone tasks of a run; 0 if none has finished. */
    public int undone() {
        return samples.stream()
                .mapToInt(measurement -> RunMetrics.undoneIn(measurement.trace()))
                .max()
                .orElse(0);
    }

    /** The number of undone tasks of the best variant; 0 if no run has finished. */
    static int minUndone(List<VariantResult> entries) {
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
