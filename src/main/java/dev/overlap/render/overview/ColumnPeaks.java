package dev.overlap.render.overview;

import dev.overlap.render.TimeScale;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The highest level of a curve in each column of pixels; computed once per curve and scale. */
final class ColumnPeaks {

    private @Nullable ConcurrencyCurve curve;
    private @Nullable TimeScale scale;
    private int[] peaks = {};
    private int most;

    /** Returns the highest levels from left to right, 0 in columns after the known time. */
    @SuppressWarnings("ReferenceEquality") // equal curves only cost computing once more
    int[] of(OverviewFrame frame, TimeScale axis) {
        if (frame.curve() != curve || !axis.equals(scale)) {
            curve = frame.curve();
            scale = axis;
            peaks = compute(frame, axis);
            most = Arrays.stream(peaks).max().orElse(0);
        }
        return peaks;
    }

    /** Returns the highest level of all. */
    int most() {
        return most;
    }

    private static int[] compute(OverviewFrame frame, TimeScale axis) {
        int[] peaks = new int[Math.max(1, (int) ((axis.right() - axis.left()) / axis.pixel()))];
        long[] nanos = frame.curve().nanos();
        for (int step = 0; step < nanos.length; step++) {
            long end = step + 1 < nanos.length ? nanos[step + 1] : frame.knownNanos();
            int level = frame.curve().level()[step];
            int last = column(Math.max(nanos[step], end - 1), axis, peaks.length);
            for (int c = column(nanos[step], axis, peaks.length); c <= last; c++) {
                peaks[c] = Math.max(peaks[c], level);
            }
        }
        return peaks;
    }

    private static int column(long nanos, TimeScale axis, int columns) {
        return Math.clamp((int) ((axis.x(nanos) - axis.left()) / axis.pixel()), 0, columns - 1);
    }
}
