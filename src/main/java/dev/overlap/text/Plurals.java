package dev.overlap.text;

import java.util.Locale;

/** Numbers of things, in words. */
public final class Plurals {

    private Plurals() {}

    /** A count and what is counted: {@code 1 task}, {@code 9,800 tasks}, {@code 4 processes}. */
    public static String text(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s", count, noun(count, one));
    }

    /** A number alone: {@code 9,800}. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Only the word, in the number that fits: a regular English plural, {@code es} after an s. */
    public static String noun(long count, String one) {
        return count == 1 ? one : one + (one.endsWith("s") ? "es" : "s");
    }
}
