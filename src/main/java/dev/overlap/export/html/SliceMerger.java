package dev.overlap.export.html;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * The busy slices of a worker. Short ones that begin in the same cell of time can be merged into
 * one as long as all of them together, so that a loop that does a little all the time does not look
 * busier than it was.
 */
final class SliceMerger {

    /** A slice; the end is {@link TaskTrack#OPEN} if it has not ended, the task -1 for none. */
    record Slice(long beginNanos, long endNanos, int task) {}

    /** Leaves all slices as they are. */
    static final long NO_CELL = 0;

    private final long cellNanos;
    private final List<Slice> slices = new ArrayList<>();

    private SliceMerger(long cellNanos) {
        this.cellNanos = cellNanos;
    }

    /** Returns the slices of a worker, short ones merged by cells of this length. */
    static List<Slice> of(WorkerTrack worker, long cellNanos) {
        SliceMerger merger = new SliceMerger(cellNanos);
        for (int i = 0, size = worker.slices(); i < size; i++) {
            merger.add(new Slice(worker.begin(i), worker.end(i), worker.task(i)));
        }
        return merger.slices;
    }

    private void add(Slice slice) {
        Slice last = slices.isEmpty() ? null : slices.getLast();
        if (last != null && isShort(slice) && isShort(last) && cell(slice) == cell(last)) {
            long length = last.endNanos - last.beginNanos + slice.endNanos - slice.beginNanos;
            int task = last.task == slice.task ? slice.task : -1;
            slices.set(
                    slices.size() - 1, new Slice(last.beginNanos, last.beginNanos + length, task));
        } else {
            slices.add(slice);
        }
    }

    private boolean isShort(Slice slice) {
        return slice.endNanos != TaskTrack.OPEN && slice.endNanos - slice.beginNanos < cellNanos;
    }

    private long cell(Slice slice) {
        return slice.beginNanos / cellNanos;
    }
}
