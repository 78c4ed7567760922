package dev.overlap.text;

import java.util.Locale;

/**
 * Formats durations for people, independent of the locale. A single duration is formatted by {@link
 * #text}, wherever it appears; durations compared in a column share one unit.
 */
public final class DurationFormat {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MINUTES_FROM_MILLIS = 119_950;

    private DurationFormat() {}

    /**
     * Formats with three significant digits: {@code 0.42 ms}, {@code 4.2 ms}, {@code 338 ms},
     * {@code 2.33 s}, {@code 46 min 17 s}.
     */
    public static String text(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        if (nanos == 0) {
            return "0 ms";
        }
        if (millis < 0.995) {
            return String.format(Locale.ROOT, "%.2f ms", millis);
        }
        if (millis < 9.95) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 999.5) {
            return Math.round(millis) + " ms";
        }
        if (millis < MINUTES_FROM_MILLIS) {
            String format = millis < 9_995 ? "%.2f s" : "%.1f s";
            return String.format(Locale.ROOT, format, millis / 1_000);
        }
        long seconds = Math.round(millis / 1_000);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** Formats a range, with a common unit only once: {@code 402 to 431 ms}. */
    public static String range(long fromNanos, long toNanos) {
        return range(text(fromNanos), text(toNanos));
    }

    /** Formats a range in a column of wall times. */
    public static String range(long fromNanos, long toNanos, long largestNanos) {
        return range(inColumn(fromNanos, largestNanos), inColumn(toNanos, largestNanos));
    }

    private static String range(String from, String to) {
        String unit = to.substring(to.lastIndexOf(' '));
        boolean sameUnit = from.indexOf(' ') == from.lastIndexOf(' ') && from.endsWith(unit);
        String begin = sameUnit ? from.substring(0, from.length() - unit.length()) : from;
        return from.equals(to) ? to : begin + " to " + to;
    }

    /**
     * Formats a duration in a column where all are in milliseconds, with one decimal below ten,
     * such as {@code 0.4 ms} or {@code 2,332 ms}.
     */
    public static String inColumn(long nanos) {
        return bareMillis(nanos) + " ms";
    }

    /**
     * Formats a duration in a column of wall times, which share the unit of the largest: {@code
     * 0.41 s} beside {@code 2.33 s}, {@code 57 ms} beside {@code 900 ms}.
     */
    public static String inColumn(long nanos, long largestNanos) {
        return largestNanos / NANOS_PER_MILLI < 999.5
                ? inColumn(nanos)
                : String.format(Locale.ROOT, "%,.2f s", nanos / NANOS_PER_MILLI / 1_000);
    }

    /** Formats milliseconds without the unit, for a column whose header names it. */
    public static String bareMillis(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        String format = millis > 0 && millis < 9.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, millis);
    }

    /**
     * Formats an instant precisely enough to distinguish neighbours, in the unit that {@link #text}
     * uses for the total: {@code 312.4 ms}, {@code 1.204 s}.
     */
    public static String instant(long nanos, long totalNanos) {
        return totalNanos / NANOS_PER_MILLI < 999.5
                ? String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI)
                : String.format(Locale.ROOT, "%.3f s", nanos / NANOS_PER_MILLI / 1_000);
    }
}
