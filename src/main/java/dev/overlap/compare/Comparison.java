package dev.overlap.compare;

import dev.overlap.model.Sequential;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
     * How many times as fast as the measured sequential runs a variant was: median over median; NaN
     * where either has not been measured.
     */
    public double speedUp(Entry entry) {
        Entry measured = oneByOne();
        return measured == null || measured.medianNanos() < 0 || entry.medianNanos() <= 0
                ? Double.NaN
                : (double) measured.medianNanos() / entry.medianNanos();
    }
}
