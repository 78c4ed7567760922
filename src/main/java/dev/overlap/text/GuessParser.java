package dev.overlap.text;

import dev.overlap.plan.DurationParser;

import java.time.Duration;
import java.util.Locale;

/** A guess as people type it. Pure: no toolkit is needed. */
public final class GuessParser {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private GuessParser() {}

    /** As a field shows it: {@code 400 ms}, {@code 1.2 s}. */
    public static String write(long nanos) {
        double millis = Math.max(1, (double) nanos / NANOS_PER_MILLI);
        return millis < 1_000 ? number(millis) + " ms" : number(millis / 1_000) + " s";
    }

    private static String number(double of) {
        return String.format(Locale.ROOT, "%.3f", of).replaceFirst("\\.?0+$", "");
    }

    /**
     * Reads what was typed, in nanoseconds.
     *
     * @throws IllegalArgumentException with a sentence, if it is not a duration, or one that no
     *     list takes
     */
    public static long read(String text) {
        Duration guess = DurationParser.readSeconds(text);
        if (guess.toMillis() < 1 || guess.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("A guess must be between 1 ms and 1 hour.");
        }
        return guess.toNanos();
    }
}
