package dev.overlap.render.resource;

import dev.overlap.render.StepDecimator;
import dev.overlap.render.StepPath;
import dev.overlap.render.TimeScale;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;

import java.util.Arrays;
import java.util.List;

/**
 * A number that changes over time in steps.
 *
 * <p>Layout: parallel arrays, in order of time; {@code level[i]} from {@code nanos[i]} on; 0 before
 * the first.
 */
final class StepCurve {

    private final long[] nanos;
    private final int[] level;
    private final int peak;
    private final StepDecimator decimator;

    private StepCurve(long[] nanos, int[] level) {
        this.nanos = nanos;
        this.level = level;
        this.peak = Arrays.stream(level).max().orElse(0);
        this.decimator = new StepDecimator(nanos, level);
    }

    /**
     * Returns the number of spans at once. One that ends as another begins is not with it, and one
     * without length is with none.
     */
    static StepCurve ofSpans(List<TaskInterval> all) {
        List<TaskInterval> sorted =
                all.stream()
                        .filter(taskInterval -> taskInterval.begin() < taskInterval.end())
                        .toList();
        long[] begins = sorted.stream().mapToLong(TaskInterval::begin).toArray();
        long[] ends = sorted.stream().mapToLong(TaskInterval::end).sorted().toArray();
        long[] nanos = new long[begins.length + ends.length];
        int[] level = new int[nanos.length];
        int size = 0;
        int begun = 0;
        for (int ended = 0; ended < ends.length && ends[ended] != TaskTrack.OPEN; ended++) {
            while (begun < begins.length && begins[begun] < ends[ended]) {
                nanos[size] = begins[begun++];
                level[size++] = begun - ended;
            }
            nanos[size] = ends[ended];
            level[size++] = begun - ended - 1;
        }
        int over = size - begun;
        while (begun < begins.length) {
            nanos[size] = begins[begun++];
            level[size++] = begun - over;
        }
        return new StepCurve(Arrays.copyOf(nanos, size), Arrays.copyOf(level, size));
    }

    /** Returns the filling of a queue. */
    static StepCurve ofLevels(List<ResourceTrack.Level> levels) {
        List<ResourceTrack.Level> known = List.copyOf(levels); // the list grows
        return new StepCurve(
                known.stream().mapToLong(ResourceTrack.Level::nanos).toArray(),
                known.stream().mapToInt(ResourceTrack.Level::items).toArray());
    }

    /** Adds the visible steps up to an instant to an outline. */
    void walk(TimeScale scale, long untilNanos, StepPath path) {
        decimator.walk(scale, untilNanos, path);
    }

    int size() {
        return nanos.length;
    }

    long nanos(int step) {
        return nanos[step];
    }

    int level(int step) {
        return level[step];
    }

    /** Returns the highest level. */
    int peak() {
        return peak;
    }

    /** Returns the highest level up to an instant. */
    int peakUntil(long untilNanos) {
        return Arrays.stream(level, 0, firstAfter(untilNanos)).max().orElse(0);
    }

    /** Returns the level at an instant. */
    int at(long instant) {
        int step = firstAfter(instant) - 1;
        return step < 0 ? 0 : level[step];
    }

    /** Returns the first step later than an instant. Binary search. */
    int firstAfter(long instant) {
        int low = 0;
        int high = nanos.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns for how long the number was above a level up to an instant. */
    long nanosAbove(int threshold, long untilNanos) {
        long sum = 0;
        for (int step = 0; step < nanos.length && nanos[step] < untilNanos; step++) {
            long end = step + 1 < nanos.length ? nanos[step + 1] : untilNanos;
            sum += level[step] > threshold ? Math.min(end, untilNanos) - nanos[step] : 0;
        }
        return sum;
    }
}
