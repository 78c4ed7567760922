package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.render.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * What one picture of a comparison shows: several runs of one list under each other, on one time
 * axis, so that their lengths can be compared by eye.
 *
 * @param comparison what was measured so far
 * @param order how its entries are sorted, from top to bottom
 * @param guesses what people thought before
 * @param sentence what stands under it all, or empty
 * @param selected the index of an entry in the comparison's own order, or -1
 * @param scroll how many units of the parts lie above the visible ones
 * @param range the stretch of time, or null for all that there is to show
 */
public record ComparisonFrame(
        Comparison comparison,
        SortOrder order,
        Guesses guesses,
        String sentence,
        int selected,
        double scroll,
        @Nullable TimeRange range) {

    /** All of a comparison, the fastest first. */
    public static ComparisonFrame of(Comparison comparison) {
        return new ComparisonFrame(comparison, SortOrder.WALL, Guesses.NONE, "", -1, 0, null);
    }

    /** The same, sorted so. */
    public ComparisonFrame sortedBy(SortOrder order) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** The same beside these guesses. */
    public ComparisonFrame guessing(Guesses guesses) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** The same above this sentence. */
    public ComparisonFrame saying(String sentence) {
        return new ComparisonFrame(comparison, order, guesses, sentence, selected, scroll, range);
    }

    /** Whether there is anything in it that grows by itself. */
    public boolean isLive() {
        return comparison.entries().stream()
                .anyMatch(variantResult -> variantResult.live() != null);
    }
}
