package dev.overlap.render.resource;

import dev.overlap.render.TimeLane;

import java.util.Arrays;

/**
 * Spans of which none overlaps another, in order of time.
 *
 * <p>Layout: parallel arrays of begins and ends in nanoseconds, and of task indices.
 */
final class IntervalLane implements TimeLane {

    private long[] begin = new long[8];
    private long[] end = new long[8];
    private int[] task = new int[8];
    private int size;

    /** Adds a span, which begins where the last one ends at the earliest. */
    void add(TaskInterval taskInterval) {
        if (size == begin.length) {
            begin = Arrays.copyOf(begin, size * 2);
            end = Arrays.copyOf(end, size * 2);
            task = Arrays.copyOf(task, size * 2);
        }
        begin[size] =
                size == 0 ? taskInterval.begin() : Math.max(taskInterval.begin(), end[size - 1]);
        end[size] = Math.max(begin[size], taskInterval.end());
        task[size++] = taskInterval.task();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long begin(int index) {
        return begin[index];
    }

    @Override
    public long end(int index) {
        return end[index];
    }

    TaskInterval get(int index) {
        return new TaskInterval(begin[index], end[index], task[index]);
    }

    int task(int index) {
        return task[index];
    }

    /** Binary search. */
    @Override
    public int at(long nanos) {
        int found = Arrays.binarySearch(begin, 0, size, nanos);
        while (found >= 0 && found + 1 < size && begin[found + 1] == nanos) {
            found++;
        }
        return found >= 0 ? found : -found - 2;
    }
}
