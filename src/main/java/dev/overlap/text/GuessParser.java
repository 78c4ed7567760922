package dev.overlap.text;

import dev.overlap.plan.DurationParser;

import java.time.Duration;
import java.util.Locale;

/** Parses and formats a typed guess. Independent of JavaFX. */
public final class GuessParser {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private GuessParser() {}

    /** Formats a guess for a field: {@code 400 ms}, {@code 1.2 s}. */
    public static String write(long nanos) {
        double millis = Math.max(1, (double) nanos / NANOS_PER_MILLI);
        return millis < 1_000 ? number(millis) + " ms" : number(millis / 1_000) + " s";
    }

    private static String number(double of) {
        return String.format(Locale.ROOT, "%.3f", of).replaceFirst("\\.?0+$", "");
    }

    /**
     * Parses a guess, in nanoseconds.
     *
     * @throws IllegalArgumentException with a message, if it is not a duration or out of range
     */
    public static long read(String text) {
        Duration guess = DurationParser.readSeconds(text);
        if (guess.toMillis() < 1 || guess.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("A guess must be between 1 ms and 1 hour.");
        }
        return guess.toNanos();
    }
}
