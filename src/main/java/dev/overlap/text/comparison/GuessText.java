package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.UncontendedTimeText;

import java.util.ArrayList;
import java.util.List;

/** Describes guesses; identical in the table, in both charts and in exports. */
public final class GuessText {

    private static final double CLOSE = 0.1;
    private static final double TIMES_FROM = 2;

    private GuessText() {}

    /** Returns one sentence for each variant that was measured and guessed, in list order. */
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
     * Formats a guess: {@code guess 1.2 s}.
     *
     * @param guessNanos above 0
     */
    public static String of(long guessNanos) {
        return "guess " + text(guessNanos);
    }

    /** Formats a guess for the next run, made after the result of the shown run was visible. */
    public static String ofNext(long guessNanos) {
        return of(guessNanos) + " for the next run";
    }

    /**
     * Formats a guess and its error.
     *
     * @param guessNanos above 0
     * @param wallNanos the measured wall time, or less than 1 if unknown
     * @return such as {@code guess 1.2 s: 3.0 × too long}
     */
    public static String of(long guessNanos, long wallNanos) {
        return wallNanos < 1
                ? of(guessNanos)
                : of(guessNanos) + ": " + verdict(guessNanos, wallNanos);
    }

    /**
     * Formats the error of a guess: {@code close: 4 % off} within a tenth of the measured time,
     * then {@code 40 % too short}, and from a factor of two on {@code 3.0 × too long}.
     *
     * @param guessNanos above 0
     * @param wallNanos above 0
     */
    static String verdict(long guessNanos, long wallNanos) {
        double ratio = (double) guessNanos / wallNanos;
        double error = Math.abs(ratio - 1);
        if (error <= CLOSE) {
            long percent = Math.round(error * 100);
            return percent == 0 ? "close: less than 1 % off" : "close: " + percent + " % off";
        }
        return amount(ratio) + (ratio > 1 ? " too long" : " too short");
    }

    private static String amount(double ratio) {
        double times = Math.max(ratio, 1 / ratio);
        return times < TIMES_FROM
                ? Math.round(Math.abs(ratio - 1) * 100) + " %"
                : UncontendedTimeText.times(times);
    }

    /** Removes trailing zeros, since a guess is a number chosen by a person. */
    private static String text(long nanos) {
        return DurationFormat.text(nanos).replaceFirst("(\\.\\d*?)0+ ", "$1 ").replace(". ", " ");
    }
}
