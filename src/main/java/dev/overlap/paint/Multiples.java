package dev.overlap.paint;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;

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
 * @param window the stretch of time, or null for all that there is to show
 */
public record Multiples(
        Comparison comparison,
        Order order,
        Guesses guesses,
        String sentence,
        int selected,
        double scroll,
        @Nullable Window window) {

    /** All of a comparison, the fastest first. */
    public static Multiples of(Comparison comparison) {
        return new Multiples(comparison, Order.WALL, Guesses.NONE, "", -1, 0, null);
    }

    /** The same, sorted so. */
    public Multiples sortedBy(Order order) {
        return new Multiples(comparison, order, guesses, sentence, selected, scroll, window);
    }

    /** The same beside these guesses. */
    public Multiples guessing(Guesses guesses) {
        return new Multiples(comparison, order, guesses, sentence, selected, scroll, window);
    }

    /** The same above this sentence. */
    public Multiples saying(String sentence) {
        return new Multiples(comparison, order, guesses, sentence, selected, scroll, window);
    }

    /** Whether there is anything in it that grows by itself. */
    public boolean isLive() {
        return comparison.entries().stream().anyMatch(entry -> entry.live() != null);
    }
}
