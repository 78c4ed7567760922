package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The statistics of a range of time of a run. Times in nanoseconds.
 *
 * <p>An event at the border of two adjacent ranges belongs to the later one; an event at the very
 * end of the run belongs to the range that reaches it. So the counts, times and worker figures of
 * ranges that cover a run add up to those of the run.
 *
 * @param beginNanos since time zero, not negative
 * @param endNanos since time zero; may be after the end of the run, or after the present
 * @param knownNanos the length of the part that lies within the run so far; all figures are of it
 * @param begun how many tasks left the queue in it
 * @param ended how many tasks ended in it, however they ended
 * @param meanInFlight the mean number of tasks in flight; 0 if nothing is known
 * @param peakInFlight the largest number of tasks in flight at once
 * @param phaseNanos the time that all tasks together spent in each phase, from the begin of the run
 *     to their ends; only phases that occur, in their order
 * @param workers what the workers did that had been started by its end, by index
 */
public record RangeStatistics(
        long beginNanos,
        long endNanos,
        long knownNanos,
        int begun,
        int ended,
        double meanInFlight,
        int peakInFlight,
        Map<Phase, Long> phaseNanos,
        List<WorkerUse> workers,
        RangeBytes bytes) {

    public RangeStatistics {
        Map<Phase, Long> copy = new EnumMap<>(Phase.class);
        copy.putAll(phaseNanos);
        phaseNanos = Collections.unmodifiableMap(copy);
        workers = List.copyOf(workers);
    }

    /** Returns the length of the range. */
    public long lengthNanos() {
        return endNanos - beginNanos;
    }

    /** Returns the share of a phase of the tasks' time in the range, 0 to 1. */
    public double share(Phase phase) {
        long all = phaseNanos.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : (double) phaseNanos.getOrDefault(phase, 0L) / all;
    }

    /** Returns a time as a share of the known part of the range, 0 to 1. */
    public double shareOfTime(long nanos) {
        return knownNanos == 0 ? 0 : (double) nanos / knownNanos;
    }
}
