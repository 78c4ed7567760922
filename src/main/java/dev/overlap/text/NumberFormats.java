package dev.overlap.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them: with a unit, with groups of three digits, never too exact. */
public final class NumberFormats {

    private static final char THIN_SPACE = '\u202f';
    private static final double NANOS_A_MILLI = 1e6;

    private NumberFormats() {}

    /** A duration, such as {@code 0.4 ms}, {@code 357 ms} or {@code 2 332 ms}. */
    public static String millis(long nanos) {
        return bareMillis(nanos) + " ms";
    }

    /** The same without the unit, for a table whose head names it. */
    public static String bareMillis(long nanos) {
        double millis = nanos / NANOS_A_MILLI;
        return format(millis > 0 && millis < 9.95 ? "0.0" : "#,##0", millis);
    }

    /** An instant that must be told from its neighbours, such as {@code 312.4 ms}. */
    public static String exactMillis(long nanos) {
        return oneDecimal(nanos / NANOS_A_MILLI) + " ms";
    }

    /** A number with at most one decimal, such as {@code 6.5}. */
    static String oneDecimal(double number) {
        return format("#,##0.0", number);
    }

    /** A factor, such as {@code 6.5} or {@code 441}. */
    static String factor(double factor) {
        return factor < 99.95 ? oneDecimal(factor) : format("#,##0", factor);
    }

    public static String count(long number) {
        return format("#,##0", (double) number); // exact below 2^53
    }

    /** A count with its word, such as {@code 1 task} or {@code 3 tasks}. */
    public static String count(long number, String word) {
        return count(number) + " " + Plurals.noun(number, word);
    }

    private static String format(String pattern, double number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(THIN_SPACE);
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
