package dev.overlap.text;

import java.util.Locale;

/** Formats numbers for people, independent of the locale, with commas as grouping separators. */
public final class NumberFormats {

    private NumberFormats() {}

    /** Formats a count: {@code 9,800}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Formats a count with its noun: {@code 1 task}, {@code 9,800 tasks}, {@code 4 processes}. */
    public static String count(long number, String singular) {
        return count(number) + " " + noun(number, singular);
    }

    /** Returns the noun in singular or plural: a regular English plural, {@code es} after an s. */
    public static String noun(long number, String singular) {
        return number == 1 ? singular : singular + (singular.endsWith("s") ? "es" : "s");
    }

    /** Formats with one decimal, such as {@code 6.5}. */
    public static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Formats a factor, such as {@code 0.03}, {@code 6.5} or {@code 1,441}. */
    public static String factor(double factor) {
        String format = factor < 0.095 ? "%.2f" : factor < 99.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, factor);
    }
}
