package dev.overlap.render;

import java.util.Locale;

/**
 * The marks of a time axis: 1, 2, 2.5 or 5 times a power of ten apart.
 *
 * @param stepNanos the distance between two of them
 * @param seconds whether they are counted in seconds rather than milliseconds
 * @param decimals how many are needed to tell two of them apart
 */
public record Ticks(long stepNanos, boolean seconds, int decimals) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final long SECONDS_FROM_NANOS = 2_000_000_000L;
    private static final long SECONDS_STEP_NANOS = 10_000_000L;

    /** As close as they may stand in a window: {@code least} nanoseconds apart or more. */
    public static Ticks of(TimeRange range, double leastNanos) {
        long step = step(Math.max(leastNanos, 1_000));
        boolean seconds = range.endNanos() >= SECONDS_FROM_NANOS && step >= SECONDS_STEP_NANOS;
        return new Ticks(step, seconds, decimals(step, seconds ? 1_000_000_000L : 1_000_000L));
    }

    private static long step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            if (step * power >= least * 0.999_999) {
                return Math.round(step * power);
            }
        }
        throw new AssertionError("ten times the power of ten below " + least + " is not below it");
    }

    private static int decimals(long step, long unit) {
        int decimals = 0;
        for (long rest = step % unit; rest != 0; rest = rest * 10 % unit) {
            decimals++;
        }
        return decimals;
    }

    /** The first tick at an instant or after it. */
    long first(long nanos) {
        return Math.ceilDiv(nanos, stepNanos) * stepNanos;
    }

    public String label(long nanos) {
        double value = nanos / (seconds ? 1e9 : 1e6);
        String format = nanos == 0 ? "%.0f %s" : "%,." + decimals + "f %s";
        return String.format(Locale.ROOT, format, value, seconds ? "s" : "ms");
    }
}
