package dev.overlap.text;

import java.util.Locale;

/** Numbers as people read them, the same whatever the locale: commas between groups of three. */
public final class NumberFormats {

    private NumberFormats() {}

    /** A number of things: {@code 9,800}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number and what is counted: {@code 1 task}, {@code 9,800 tasks}, {@code 4 processes}. */
    public static String count(long number, String one) {
        return count(number) + " " + noun(number, one);
    }

    /** Only the word, in the number that fits: a regular English plural, {@code es} after an s. */
    public static String noun(long number, String one) {
        return number == 1 ? one : one + (one.endsWith("s") ? "es" : "s");
    }

    /** A number with one decimal, such as {@code 6.5}. */
    public static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** A factor, such as {@code 0.03}, {@code 6.5} or {@code 1,441}. */
    public static String factor(double factor) {
        String format = factor < 0.095 ? "%.2f" : factor < 99.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, factor);
    }
}
