package dev.overlap.trace.metrics;

import java.util.Arrays;

/**
 * Disjoint intervals of time; computes by binary search how much of them lies between two instants.
 *
 * <p>Layout: parallel arrays in order of time; {@code before[i]} is the total length of the
 * intervals before the i-th. Times in nanoseconds since time zero.
 */
final class DisjointIntervals {

    private long[] begin = new long[16];
    private long[] end = new long[16];
    private long[] before = new long[16];
    private int size;

    /** Adds an interval, which must not begin before the last one ended; ignores an empty one. */
    void add(long from, long to) {
        if (to <= from) {
            return;
        }
        if (size == begin.length) {
            begin = Arrays.copyOf(begin, size * 2);
            end = Arrays.copyOf(end, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        before[size] = size == 0 ? 0 : before[size - 1] + end[size - 1] - begin[size - 1];
        begin[size] = from;
        end[size] = to;
        size++;
    }

    /** Returns how much of the time between two instants lies within the intervals. */
    long nanosBetween(long from, long to) {
        return to <= from ? 0 : nanosUntil(to) - nanosUntil(from);
    }

    private long nanosUntil(long instant) {
        int found = Arrays.binarySearch(begin, 0, size, instant);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : before[last] + Math.min(instant, end[last]) - begin[last];
    }
}
