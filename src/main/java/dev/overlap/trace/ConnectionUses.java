package dev.overlap.trace;

import java.util.Arrays;

/**
 * The uses of one connection, in order of time.
 *
 * <p>Threads: one at a time adds; any reads, without a lock, entries below a {@link #size} that it
 * has read before.
 *
 * <p>Layout: four parallel arrays, one entry per use: begin in nanoseconds since time zero, task
 * index, number of the exchange within that task, and the task's segment in which the use begins.
 */
final class ConnectionUses {

    @SuppressWarnings("ArrayRecordComponent") // hot, flat data; never compared, never leaves here
    private record Columns(long[] begin, int[] task, int[] exchange, int[] segment) {
        Columns(int capacity) {
            this(new long[capacity], new int[capacity], new int[capacity], new int[capacity]);
        }

        Columns doubled() {
            int capacity = begin.length * 2;
            return new Columns(
                    Arrays.copyOf(begin, capacity),
                    Arrays.copyOf(task, capacity),
                    Arrays.copyOf(exchange, capacity),
                    Arrays.copyOf(segment, capacity));
        }
    }

    private volatile Columns columns = new Columns(1);
    private volatile int size;

    int size() {
        return size;
    }

    long begin(int use) {
        return columns.begin[use];
    }

    int task(int use) {
        return columns.task[use];
    }

    int exchange(int use) {
        return columns.exchange[use];
    }

    int segment(int use) {
        return columns.segment[use];
    }

    /** Returns the last use that began at or before an instant, or -1. Binary search. */
    int at(long nanos) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (begin(middle) <= nanos) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Adds a use, which begins no earlier than the one before it. */
    void add(long begin, int task, int exchange, int segment) {
        int use = size;
        Columns current = columns;
        if (use == current.begin.length) {
            current = current.doubled();
            columns = current;
        }
        current.begin[use] = use == 0 ? begin : Math.max(begin, current.begin[use - 1]);
        current.task[use] = task;
        current.exchange[use] = exchange;
        current.segment[use] = segment;
        size = use + 1; // volatile write: publishes the entry to readers
    }
}
