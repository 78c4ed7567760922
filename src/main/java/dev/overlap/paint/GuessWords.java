package dev.overlap.paint;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Guesses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far off guesses were, in sentences.
 *
 * <p>Threads: any. Pure functions of their arguments.
 */
public final class GuessWords {

    private GuessWords() {}

    /** A sentence for each variant that was measured and guessed at, in the order of the list. */
    public static List<String> of(Comparison comparison, Guesses guesses) {
        List<String> sentences = new ArrayList<>();
        for (Entry entry : comparison.entries()) {
            Long guess = guesses.of(entry.variant().plan().model());
            if (guess != null && entry.medianNanos() >= 0) {
                sentences.add(of(entry.variant().name(), guess, entry.medianNanos()));
            }
        }
        return List.copyOf(sentences);
    }

    /**
     * How far off one guess was.
     *
     * @param name of what was guessed at
     * @param guess in nanoseconds
     * @param measured in nanoseconds
     */
    public static String of(String name, long guess, long measured) {
        return "\""
                + name
                + "\" was guessed to take "
                + Durations.text(guess)
                + " and took "
                + Durations.text(measured)
                + ": "
                + off(guess, measured)
                + ".";
    }

    private static String off(long guess, long measured) {
        long off = Math.abs(measured - guess);
        if (guess <= 0 || off < guess / 200) {
            return guess <= 0 ? Durations.text(off) + " more" : "as guessed";
        }
        String than = measured > guess ? "more than guessed" : "less than guessed";
        String percent = String.format(Locale.ROOT, "%.0f %%", 100.0 * off / guess);
        return Durations.text(off) + " or " + percent + " " + than;
    }
}
