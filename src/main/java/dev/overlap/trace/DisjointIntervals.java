package dev.overlap.trace;

import java.util.Arrays;

/**
 * Disjoint stretches of time, and how much of them lies between two instants, by binary search.
 *
 * <p>Layout: parallel arrays in the order of time; {@code before[i]} is the length of all stretches
 * ahead of the i-th. Times in nanoseconds since time zero.
 */
final class DisjointIntervals {

    private long[] begin = new long[16];
    private long[] end = new long[16];
    private long[] before = new long[16];
    private int size;

    /** Adds a stretch, which must not begin before the last one ended; an empty one is left out. */
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

    /** How much of the time between two instants lies in a stretch. */
    long nanosBetween(long from, long to) {
        return to <= from ? 0 : nanosUntil(to) - nanosUntil(from);
    }

    private long nanosUntil(long instant) {
        int found = Arrays.binarySearch(begin, 0, size, instant);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : before[last] + Math.min(instant, end[last]) - begin[last];
    }
}
