package dev.overlap.export;

import dev.overlap.trace.Phase;
import dev.overlap.trace.StepInterval;
import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The time that a task spent in each phase during each of its steps, in nanoseconds. Every instant
 * belongs to the innermost step: that of a lock has only the time before its first inner step, and
 * between and after them.
 */
final class StepPhases {

    private final TaskTrack track;
    private final List<StepInterval> intervals;
    private final long until;
    private final List<Map<Phase, Long>> phases = new ArrayList<>();

    /**
     * Cuts the life of the task where steps begin and end.
     *
     * @param intervals the steps, in order of their begins
     */
    StepPhases(TaskTrack track, List<StepInterval> intervals, long horizonNanos) {
        this.track = track;
        this.intervals = intervals;
        this.until = Math.min(track.endNanos(), horizonNanos);
        intervals.forEach(_ -> phases.add(new EnumMap<>(Phase.class)));
        long[] cuts =
                intervals.stream()
                        .flatMapToLong(it -> LongStream.of(it.beginNanos(), it.endNanos()))
                        .map(nanos -> Math.min(nanos, until))
                        .sorted()
                        .toArray();
        for (int i = 1; i < cuts.length; i++) {
            add(cuts[i - 1], cuts[i]);
        }
    }

    /** Returns those of a step, by its index among the intervals. */
    Map<Phase, Long> of(int interval) {
        return phases.get(interval);
    }

    private void add(long from, long to) {
        int owner = innermost(from);
        if (owner < 0) {
            return;
        }
        for (int s = Math.max(0, track.segmentAt(from)), n = track.segments(); s < n; s++) {
            long begin = Math.max(from, track.begin(s));
            long nanos = Math.min(to, track.end(s)) - begin;
            if (begin >= to) {
                break;
            }
            if (nanos > 0) {
                phases.get(owner).merge(track.phase(s), nanos, Long::sum);
            }
        }
    }

    /** Returns the last step that has begun and not ended at an instant, or -1. */
    private int innermost(long instant) {
        int found = intervals.size() - 1;
        while (found >= 0
                && (instant < intervals.get(found).beginNanos()
                        || instant >= intervals.get(found).endNanos())) {
            found--;
        }
        return found;
    }
}
