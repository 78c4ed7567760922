package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.Arrays;

/**
 * The number of tasks in flight over time, as a step function. A task is in flight while it is in a
 * phase of work, see {@link Phase#isWork()}.
 *
 * @param nanos where the level changes, since time zero, rising
 * @param level the level from that instant on; same length as {@code nanos}; the last one is 0 for
 *     a finished run
 */
@SuppressWarnings("ArrayRecordComponent") // hot data are flat arrays
public record ConcurrencyCurve(long[] nanos, int[] level) {

    /** Computes the curve of a trace up to an instant. Sorts the begins and ends of all phases. */
    public static ConcurrencyCurve of(Trace trace, long untilNanos) {
        long[] ups = new long[64];
        long[] downs = new long[64];
        int n = 0;
        for (TaskTrack task : trace.tasks()) {
            int segments = task.segments();
            for (int s = 0; s < segments; s++) {
                if (!task.phase(s).isWork() || task.begin(s) > untilNanos) {
                    continue;
                }
                if (n == ups.length) {
                    ups = Arrays.copyOf(ups, n * 2);
                    downs = Arrays.copyOf(downs, n * 2);
                }
                ups[n] = task.begin(s);
                while (s + 1 < segments && task.phase(s + 1).isWork()) {
                    s++;
                }
                downs[n++] = task.end(s);
            }
        }
        return merge(Arrays.copyOf(ups, n), Arrays.copyOf(downs, n), untilNanos);
    }

    private static ConcurrencyCurve merge(long[] ups, long[] downs, long untilNanos) {
        Arrays.sort(ups);
        Arrays.sort(downs);
        long[] nanos = new long[ups.length + downs.length];
        int[] level = new int[nanos.length];
        int steps = 0;
        int up = 0;
        int down = 0;
        while (up < ups.length || (down < downs.length && downs[down] <= untilNanos)) {
            long at = up < ups.length ? Math.min(ups[up], downs[down]) : downs[down];
            while (up < ups.length && ups[up] == at) {
                up++;
            }
            while (down < downs.length && downs[down] == at) {
                down++;
            }
            int before = steps == 0 ? 0 : level[steps - 1];
            if (before == up - down) {
                continue; // as many tasks ended at this instant as began
            }
            nanos[steps] = at;
            level[steps++] = up - down;
        }
        return new ConcurrencyCurve(Arrays.copyOf(nanos, steps), Arrays.copyOf(level, steps));
    }

    /** Returns the highest level. */
    public int peak() {
        int peak = 0;
        for (int value : level) {
            peak = Math.max(peak, value);
        }
        return peak;
    }

    /** Returns the highest level from one instant until just before another; 0 if they are one. */
    int peak(long fromNanos, long toNanos) {
        int peak = toNanos > fromNanos ? at(fromNanos) : 0;
        for (int i = stepAt(fromNanos) + 1; i < nanos.length && nanos[i] < toNanos; i++) {
            peak = Math.max(peak, level[i]);
        }
        return peak;
    }

    /** Returns the level at an instant. */
    public int at(long instant) {
        int step = stepAt(instant);
        return step < 0 ? 0 : level[step];
    }

    /** Returns the last step at or before an instant, or -1. */
    private int stepAt(long instant) {
        int found = Arrays.binarySearch(nanos, instant);
        return found >= 0 ? found : -found - 2;
    }

    /** Returns the mean level between time zero and an instant. */
    double mean(long untilNanos) {
        double area = 0;
        for (int i = 0; i < nanos.length; i++) {
            long end = i + 1 < nanos.length ? nanos[i + 1] : untilNanos;
            area += (double) level[i] * Math.max(0, Math.min(end, untilNanos) - nanos[i]);
        }
        return untilNanos <= 0 ? 0 : area / untilNanos;
    }
}
