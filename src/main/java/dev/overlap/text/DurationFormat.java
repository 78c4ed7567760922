package dev.overlap.text;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them, the same whatever the locale. */
public final class DurationFormat {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MINUTES_FROM_MILLIS = 119_950;

    private DurationFormat() {}

    /**
     * Three digits that count: {@code 0.42 ms}, {@code 4.2 ms}, {@code 338 ms}, {@code 2.33 s},
     * {@code 46 min 17 s}.
     */
    public static String text(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
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

    /**
     * From one duration to a longer one, with the unit once where both have the same: {@code 402 to
     * 431 ms}.
     */
    public static String range(long fromNanos, long toNanos) {
        String from = text(fromNanos);
        String to = text(toNanos);
        String unit = to.substring(to.lastIndexOf(' '));
        boolean plain = from.indexOf(' ') == from.lastIndexOf(' ') && from.endsWith(unit);
        String begin = plain ? from.substring(0, from.length() - unit.length()) : from;
        return from.equals(to) ? to : begin + " to " + to;
    }

    /** A duration that somebody chose: {@code 10 s}, {@code 1500 ms}. */
    public static String exact(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
