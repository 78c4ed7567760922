package dev.overlap.compare;

import dev.overlap.model.Sequential;
import dev.overlap.trace.AloneTimes;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * What came of a programme so far. Immutable but for the live trace, which grows.
 *
 * @param entries one a variant, in the programme's order
 * @param finished whether nothing will be added any more: all turns were taken, or it was stopped
 */
public record Comparison(Programme programme, List<Entry> entries, boolean finished) {

    public Comparison {
        entries = List.copyOf(entries);
    }

    /** A programme of which nothing was measured yet. */
    public static Comparison planned(Programme programme) {
        List<Entry> entries =
                programme.variants().stream().map(it -> new Entry(it, List.of(), null)).toList();
        return new Comparison(programme, entries, false);
    }

    /** How many runs have finished. */
    public int done() {
        return entries.stream().mapToInt(entry -> entry.samples().size()).sum();
    }

    /** Whether every run of the programme was made. */
    public boolean isWhole() {
        return done() == programme.turns().size();
    }

    /** The variant that was measured one task after another; null if there is none. */
    public @Nullable Entry oneByOne() {
        return entries.stream()
                .filter(entry -> entry.variant().plan().model().equals(Sequential.ID))
                .findFirst()
                .orElse(null);
    }

    /**
     * The one basis on which all variants are compared: what each task needs alone, as all finished
     * runs show it together. Null as long as no run has finished. Costs a look at every phase of
     * every task of every run.
     */
    public @Nullable AloneTimes basis() {
        return basis(trace -> AloneTimes.of(trace, trace.horizonNanos()));
    }

    /** The same, where somebody remembers what each run shows. */
    public @Nullable AloneTimes basis(Function<Trace, AloneTimes> known) {
        List<AloneTimes> runs =
                entries.stream()
                        .flatMap(entry -> entry.samples().stream())
                        .map(sample -> known.apply(sample.trace()))
                        .toList();
        return runs.isEmpty() ? null : AloneTimes.least(runs);
    }

    /**
     * Whether the time of a variant says how fast it is: a run in which tasks fail that succeed
     * elsewhere, or in which none succeeds, is not fast.
     */
    public boolean isFair(Entry entry) {
        Sample median = entry.median();
        int undone = Conclusion.undoneIn(entry);
        return median != null
                && undone == Conclusion.leastUndone(entries)
                && undone < median.trace().tasks().size();
    }

    /**
     * How many times as fast as the measured sequential runs a variant was: median over median; NaN
     * where either has not been measured, or {@linkplain #isFair was no fair run}.
     */
    public double speedUp(Entry entry) {
        Entry measured = oneByOne();
        return measured == null
                        || measured.medianNanos() < 0
                        || entry.medianNanos() <= 0
                        || !isFair(measured)
                        || !isFair(entry)
                ? Double.NaN
                : (double) measured.medianNanos() / entry.medianNanos();
    }

    /**
     * The same, derived from a basis of this comparison: the same one for all its variants, so that
     * the numbers never contradict the order of the walls.
     */
    public double derivedSpeedUp(Entry entry, @Nullable AloneTimes basis) {
        return basis == null || !isFair(entry) ? Double.NaN : basis.speedUp(entry.medianNanos());
    }
}
