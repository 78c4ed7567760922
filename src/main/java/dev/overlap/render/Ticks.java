package dev.overlap.render;

import java.util.Locale;

/**
 * The ticks of a time axis, spaced by 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param stepNanos the distance between two ticks
 * @param seconds whether labels are in seconds rather than milliseconds
 * @param decimals the number of decimals needed to distinguish two labels
 */
public record Ticks(long stepNanos, boolean seconds, int decimals) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final long SECONDS_FROM_NANOS = 2_000_000_000L;
    private static final long SECONDS_STEP_NANOS = 10_000_000L;

    /** Returns the densest ticks of a range that are at least {@code minNanos} apart. */
    public static Ticks of(TimeRange range, double minNanos) {
        long step = step(Math.max(minNanos, 1_000));
        boolean seconds = range.endNanos() >= SECONDS_FROM_NANOS && step >= SECONDS_STEP_NANOS;
        return new Ticks(step, seconds, decimals(step, seconds ? 1_000_000_000L : 1_000_000L));
    }

    private static long step(double min) {
        double power = Math.pow(10, Math.floor(Math.log10(min)));
        for (double step : STEPS) {
            if (step * power >= min * 0.999_999) {
                return Math.round(step * power);
            }
        }
        throw new AssertionError("ten times the power of ten below " + min + " is not below it");
    }

    private static int decimals(long step, long unit) {
        int decimals = 0;
        for (long rest = step % unit; rest != 0; rest = rest * 10 % unit) {
            decimals++;
        }
        return decimals;
    }

    /** Returns the first tick at or after an instant. */
    long first(long nanos) {
        return Math.ceilDiv(nanos, stepNanos) * stepNanos;
    }

    public String label(long nanos) {
        double value = nanos / (seconds ? 1e9 : 1e6);
        String format = nanos == 0 ? "%.0f %s" : "%,." + decimals + "f %s";
        return String.format(Locale.ROOT, format, value, seconds ? "s" : "ms");
    }
}
