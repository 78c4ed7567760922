package dev.overlap.render;

import java.util.Arrays;

/**
 * Walks a number that changes in steps from left to right, one pixel at a time, so that a curve of
 * a million steps costs as much as one of a thousand: the first step beyond a pixel is found by
 * binary search, and the highest level within it in a tree of maxima, each of {@value #FAN} entries
 * of the layer below. Immutable.
 *
 * <p>Layout: {@code nanos[i]} is where {@code peaks[0][i]} begins, in order of time; {@code
 * peaks[k][i]} is the highest level of the entries from {@code i * FAN} of layer {@code k - 1}.
 */
public final class StepDecimator {

    private static final int FAN = 16;

    private final long[] nanos;
    private final int[][] peaks;

    /**
     * Creates the walk over a curve.
     *
     * @param nanos where the level changes, rising; not copied
     * @param level from that instant on; not copied
     */
    public StepDecimator(long[] nanos, int[] level) {
        this.nanos = nanos;
        this.peaks = peaks(level);
    }

    private static int[][] peaks(int[] level) {
        int layers = 1;
        for (int size = level.length; size > FAN; size = (size + FAN - 1) / FAN) {
            layers++;
        }
        int[][] peaks = new int[layers][];
        peaks[0] = level;
        for (int layer = 1; layer < layers; layer++) {
            peaks[layer] = above(peaks[layer - 1]);
        }
        return peaks;
    }

    private static int[] above(int[] layer) {
        int[] above = new int[(layer.length + FAN - 1) / FAN];
        for (int i = 0; i < layer.length; i++) {
            above[i / FAN] = Math.max(above[i / FAN], layer[i]);
        }
        return above;
    }

    /**
     * Adds the visible steps up to an instant to an outline: of each pixel the peak and the end.
     */
    public void walk(TimeScale scale, long untilNanos, StepPath path) {
        int step = firstAfter(scale.range().beginNanos() - 1);
        int end = firstAfter(Math.min(untilNanos, scale.range().endNanos()));
        while (step < end) {
            double x = scale.edge(nanos[step]);
            int beyond = firstAfter(scale.nanos(x + scale.pixel() / 2));
            int next = Math.clamp(beyond, step + 1, end);
            path.step(x, peak(step, next));
            path.step(x, peaks[0][next - 1]);
            step = next;
        }
    }

    private int firstAfter(long instant) {
        int found = Arrays.binarySearch(nanos, instant);
        while (found >= 0 && found < nanos.length && nanos[found] == instant) {
            found++; // a queue may have changed twice within a nanosecond
        }
        return found >= 0 ? found : -found - 1;
    }

    /** Returns the highest level of all; 0 without any. */
    public int peak() {
        return peak(0, nanos.length);
    }

    /** Returns the highest level of the steps from one to another, which is not included. */
    int peak(int from, int to) {
        int peak = 0;
        int low = from;
        int high = to;
        for (int layer = 0; low < high; layer++) {
            int[] levels = peaks[layer];
            boolean last = layer == peaks.length - 1;
            while (low < high && (last || low % FAN != 0)) {
                peak = Math.max(peak, levels[low++]);
            }
            while (low < high && high % FAN != 0) {
                peak = Math.max(peak, levels[--high]);
            }
            low /= FAN;
            high /= FAN;
        }
        return peak;
    }
}
