package dev.overlap.export.html;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * Merges the phases of several tasks, or many phases of one, into a row of columns of equal length.
 * A column is drawn in the phase in which the tasks spent the most of its time, work before
 * waiting, as where phases share a pixel of a chart.
 */
final class PhaseMerger {

    private final int columns;
    private final long widthNanos;
    private final long horizonNanos;
    private final long[][] nanos = new long[Phase.values().length][];
    private long lastEnd;

    /**
     * Creates an empty row.
     *
     * @param columns the most phases of the row
     */
    PhaseMerger(int columns, long horizonNanos) {
        this.columns = columns;
        this.horizonNanos = horizonNanos;
        this.widthNanos = Math.max(1, Math.ceilDiv(horizonNanos, columns));
        for (int phase = 0; phase < nanos.length; phase++) {
            nanos[phase] = new long[columns];
        }
    }

    /** Returns one task with at most so many phases. */
    static PhaseRow merged(TaskTrack task, int columns, long horizonNanos) {
        if (task.segments() <= columns) {
            return PhaseRow.of(task);
        }
        PhaseMerger merger = new PhaseMerger(columns, horizonNanos);
        merger.add(task);
        PhaseRow row = merger.row();
        return new PhaseRow(row.segments(), PhaseRow.of(task).endNanos());
    }

    /** Adds a task. */
    @SuppressWarnings("EnumOrdinal") // an index into an array of this object
    void add(TaskTrack task) {
        PhaseRow row = PhaseRow.of(task);
        for (int i = 0; i < row.segments().size(); i++) {
            PhaseRow.Segment segment = row.segments().get(i);
            add(nanos[segment.phase().ordinal()], segment.beginNanos(), row.end(i, horizonNanos));
        }
    }

    private void add(long[] times, long begin, long end) {
        lastEnd = Math.max(lastEnd, end);
        int column = (int) Math.min(columns - 1, begin / widthNanos);
        for (long at = begin; at < end; column++) {
            long next = column == columns - 1 ? end : Math.min(end, (column + 1) * widthNanos);
            times[column] += next - at;
            at = next;
        }
    }

    /** Returns the row. */
    PhaseRow row() {
        List<PhaseRow.Segment> segments = new ArrayList<>();
        for (int column = 0; column < columns && column * widthNanos < lastEnd; column++) {
            Phase phase = shown(column);
            if (segments.isEmpty() || segments.getLast().phase() != phase) {
                segments.add(new PhaseRow.Segment(phase, column * widthNanos));
            }
        }
        return new PhaseRow(segments, lastEnd);
    }

    private Phase shown(int column) {
        Phase best = Phase.QUEUED;
        long most = 0;
        for (Phase phase : Phase.values()) {
            long time = nanos[index(phase)][column];
            boolean better =
                    phase.isWork() == best.isWork() ? time > most : phase.isWork() && time > 0;
            if (better && time > 0) {
                best = phase;
                most = time;
            }
        }
        return best;
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array of this object
    private static int index(Phase phase) {
        return phase.ordinal();
    }
}
