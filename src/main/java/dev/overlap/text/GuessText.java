package dev.overlap.text;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;

import java.util.ArrayList;
import java.util.List;

/** What is said of a guess: the same words in the table, in both charts and in their files. */
public final class GuessText {

    private static final double CLOSE = 0.1;
    private static final double TIMES_FROM = 2;

    private GuessText() {}

    /** A sentence for each variant that was measured and guessed at, in the order of the list. */
    public static List<String> of(Comparison comparison, Guesses guesses) {
        List<String> sentences = new ArrayList<>();
        for (VariantResult variantResult : comparison.entries()) {
            Long guess = guesses.of(variantResult.variant().plan().model());
            if (guess != null && variantResult.medianNanos() > 0) {
                sentences.add(
                        "\"%s\" took %s; %s."
                                .formatted(
                                        variantResult.variant().name(),
                                        DurationFormat.text(variantResult.medianNanos()),
                                        of(guess, variantResult.medianNanos())));
            }
        }
        return List.copyOf(sentences);
    }

    /**
     * The guess itself: {@code guess 1.2 s}.
     *
     * @param guessNanos above 0
     */
    public static String of(long guessNanos) {
        return "guess " + text(guessNanos);
    }

    /** A guess that was made with the truth of another run in sight, and is not about that one. */
    public static String ofNext(long guessNanos) {
        return of(guessNanos) + " for the next run";
    }

    /**
     * The guess, and how far off it was.
     *
     * @param guessNanos above 0
     * @param wallNanos what was measured, or less than 1 as long as nothing is
     * @return such as {@code guess 1.2 s: 3.0 × too long}
     */
    public static String of(long guessNanos, long wallNanos) {
        return wallNanos < 1
                ? of(guessNanos)
                : of(guessNanos) + ": " + verdict(guessNanos, wallNanos);
    }

    /**
     * How far off a guess was: {@code close: 4 % off} within a tenth of what was measured, then
     * {@code 40 % too short}, and from a factor of two on {@code 3.0 × too long}.
     *
     * @param guessNanos above 0
     * @param wallNanos above 0
     */
    public static String verdict(long guessNanos, long wallNanos) {
        double ratio = (double) guessNanos / wallNanos;
        double off = Math.abs(ratio - 1);
        if (off <= CLOSE) {
            long percent = Math.round(off * 100);
            return percent == 0 ? "close: less than 1 % off" : "close: " + percent + " % off";
        }
        return amount(ratio) + (ratio > 1 ? " too long" : " too short");
    }

    private static String amount(double ratio) {
        double times = Math.max(ratio, 1 / ratio);
        return times < TIMES_FROM
                ? Math.round(Math.abs(ratio - 1) * 100) + " %"
                : StandaloneText.times(times);
    }

    /** A duration that somebody chose has no zeros behind its last digit. */
    private static String text(long nanos) {
        return DurationFormat.text(nanos).replaceFirst("(\\.\\d*?)0+ ", "$1 ").replace(". ", " ");
    }
}
