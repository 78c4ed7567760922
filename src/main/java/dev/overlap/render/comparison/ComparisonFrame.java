package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.render.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * The content of one drawing of a comparison: several runs of one list, one below the other on a
 * common time axis.
 *
 * @param comparison the results so far
 * @param order the sort order of the panels, from top to bottom
 * @param guesses the user's guesses
 * @param sentence the conclusion below the panels, or empty
 * @param selected the index of a variant in the comparison's own order, or -1
 * @param scroll the scroll offset of the panels, in units
 * @param range the visible time range, or null for everything
 */
public record ComparisonFrame(
        Comparison comparison,
        SortOrder order,
        Guesses guesses,
        String sentence,
        int selected,
        double scroll,
        @Nullable TimeRange range) {

    /** A whole comparison, the fastest variant first. */
    public static ComparisonFrame of(Comparison comparison) {
        return new ComparisonFrame(comparison, SortOrder.WALL, Guesses.NONE, "", -1, 0, null);
    }

    /** Returns a copy with this sort order. */
    public ComparisonFrame sortedBy(SortOrder order) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** Returns a copy with these guesses. */
    public ComparisonFrame guessing(Guesses guesses) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** Returns a copy with this sentence. */
    public ComparisonFrame saying(String sentence) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** Returns a copy that shows a part of the time axis, or all of it if null. */
    ComparisonFrame within(@Nullable TimeRange range) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** Whether a run is in progress, so that the drawing changes over time. */
    public boolean isLive() {
        return comparison.entries().stream()
                .anyMatch(variantResult -> variantResult.live() != null);
    }
}
