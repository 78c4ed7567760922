package dev.overlap.paint;

import java.util.Locale;

/** Durations as people read them, the same whatever the locale. */
public final class Durations {

    private static final double NANOS_PER_MILLI = 1e6;

    private Durations() {}

    /** Three digits that count: {@code 0.42 ms}, {@code 4.2 ms}, {@code 338 ms}, {@code 2.33 s}. */
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
        return String.format(Locale.ROOT, millis < 9_995 ? "%.2f s" : "%.1f s", millis / 1_000);
    }
}
