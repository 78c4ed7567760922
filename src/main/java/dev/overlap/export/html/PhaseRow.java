package dev.overlap.export.html;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The phases of one row of the page, one after another: those of a task, or what stands for several
 * tasks or for many short phases.
 *
 * @param segments in order of time; one begins where the one before ends
 * @param endNanos of the last one; {@link TaskTrack#OPEN} if it has not ended
 */
record PhaseRow(List<Segment> segments, long endNanos) {

    /** A phase and its begin, in nanoseconds since time zero. */
    record Segment(Phase phase, long beginNanos) {}

    /** Returns the phases of a task as they are. */
    static PhaseRow of(TaskTrack task) {
        List<Segment> segments = new ArrayList<>();
        int size = task.segments();
        for (int i = 0; i < size; i++) {
            segments.add(new Segment(task.phase(i), task.begin(i)));
        }
        return new PhaseRow(segments, size == 0 ? TaskTrack.OPEN : task.end(size - 1));
    }

    /** Returns the end of a segment, or a later instant if it has not ended. */
    long end(int segment, long horizonNanos) {
        long end = segment + 1 < segments.size() ? segments.get(segment + 1).beginNanos : endNanos;
        return Math.min(end, horizonNanos);
    }

    /** Writes the segments in a unit of time: each the time since the one before, and its phase. */
    @SuppressWarnings("EnumOrdinal") // an index into the list of phases in the same file
    void write(NumberWriter out, LongUnaryOperator units) {
        out.add(segments.size());
        long before = 0;
        for (Segment segment : segments) {
            long at = units.applyAsLong(segment.beginNanos);
            out.add((at - before) << 4 | segment.phase.ordinal());
            before = at;
        }
        out.add(endNanos == TaskTrack.OPEN ? 0 : units.applyAsLong(endNanos) - before + 1);
    }
}
