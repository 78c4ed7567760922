package dev.overlap.export.html;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * The workers of a run as data of a page.
 *
 * @param workers those in the page
 * @param busy the slices of each
 * @param leftOut the number of workers that are not in the page
 */
record WorkerRows(
        List<WorkerTrack> workers, List<List<SliceMerger.Slice>> busy, TaskRows rows, int leftOut) {

    private static final int FIRST_CELLS = 4_000;
    private static final int MIN_CELLS = 250;

    /** Returns the workers, with slices merged where there are too many. */
    static WorkerRows of(Trace trace, TaskRows rows, SizeLimits limits) {
        int all = trace.workers().size();
        List<WorkerTrack> shown =
                List.copyOf(trace.workers().subList(0, Math.min(all, limits.maxWorkers())));
        long slices = shown.stream().mapToLong(WorkerTrack::slices).sum();
        List<List<SliceMerger.Slice>> busy = merged(shown, SliceMerger.NO_CELL);
        for (int cells = FIRST_CELLS; slices > limits.maxSlices() && cells >= MIN_CELLS; ) {
            busy = merged(shown, Math.max(1, trace.horizonNanos() / cells));
            slices = size(busy);
            cells /= 2;
        }
        return new WorkerRows(shown, busy, rows, all - shown.size());
    }

    private static List<List<SliceMerger.Slice>> merged(List<WorkerTrack> workers, long cell) {
        return workers.stream().map(worker -> SliceMerger.of(worker, cell)).toList();
    }

    private static long size(List<List<SliceMerger.Slice>> busy) {
        return busy.stream().mapToLong(List::size).sum();
    }

    /** Returns the number of slices. */
    long slices() {
        return size(busy);
    }

    /** Returns the workers as JSON objects. */
    List<Map<String, Object>> list(LongUnaryOperator units) {
        return workers.stream().map(worker -> object(worker, units)).toList();
    }

    private Map<String, Object> object(WorkerTrack worker, LongUnaryOperator units) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", worker.name());
        object.put("role", worker.role().name().toLowerCase(Locale.ROOT));
        WorkerStartup startUp = worker.startUp();
        if (startUp != null) {
            object.put("startUp", startUp(startUp));
        }
        object.put("slices", slices(busy.get(worker.index()), units));
        return object;
    }

    private static List<Long> startUp(WorkerStartup startUp) {
        return startUp.endNanos() == TaskTrack.OPEN
                ? List.of(startUp.beginNanos())
                : Arrays.asList(startUp.beginNanos(), startUp.endNanos());
    }

    private String slices(List<SliceMerger.Slice> slices, LongUnaryOperator units) {
        NumberWriter out = new NumberWriter();
        long before = 0;
        for (SliceMerger.Slice slice : slices) {
            long begin = Math.max(before, units.applyAsLong(slice.beginNanos()));
            boolean open = slice.endNanos() == TaskTrack.OPEN;
            long end = open ? begin : Math.max(begin, units.applyAsLong(slice.endNanos()));
            out.add(begin - before).add(open ? 0 : end - begin + 1);
            out.add(rows.rowOf(slice.task()) + 1L);
            before = end;
        }
        return out.toString();
    }
}
