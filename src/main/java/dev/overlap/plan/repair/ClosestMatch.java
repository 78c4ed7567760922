package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Finds the known word closest to an unknown one, by Damerau-Levenshtein distance: insertions,
 * deletions, substitutions, and transpositions of adjacent letters.
 */
public final class ClosestMatch {

    private ClosestMatch() {}

    /**
     * Returns the closest known word, or null if a third or more of its letters differ from all.
     */
    public static @Nullable String to(String word, Collection<String> known) {
        return known.stream()
                .filter(it -> distance(word, it) * 3 <= it.length())
                .min(Comparator.comparingInt(it -> distance(word, it)))
                .orElse(null);
    }

    /** Row by row of the distance table; only the last two rows are kept. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        Arrays.setAll(last, at -> at);
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(last[j - 1] + change, Math.min(last[j], now[j - 1]) + 1);
                if (isTransposition(from, i, to, j)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[to.length()];
    }

    private static boolean isTransposition(String from, int i, String to, int j) {
        return i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
