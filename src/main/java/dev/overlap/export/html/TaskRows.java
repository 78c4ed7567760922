package dev.overlap.export.html;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of tasks of a run: one per task, or of many tasks one per band of neighbours.
 *
 * @param rows from top to bottom
 * @param firsts the first task of each row, and at the end the number of all tasks
 * @param tasks the number of tasks
 * @param columns the most phases of a row; {@link Integer#MAX_VALUE} if none was merged
 */
record TaskRows(List<PhaseRow> rows, List<Integer> firsts, int tasks, int columns) {

    /** Fewer columns than these would not show the shape of a run. */
    private static final int MIN_COLUMNS = 64;

    private static final int BAND_COLUMNS = 1_200;

    /**
     * Returns the rows of a trace.
     *
     * @param maxTasks more than these are merged into bands
     * @param maxBands how many bands
     * @param maxSegments the most phases of all rows together, about
     */
    static TaskRows of(Trace trace, int maxTasks, int maxBands, int maxSegments) {
        int tasks = trace.tasks().size();
        return tasks > maxTasks
                ? bands(trace, Math.min(maxBands, tasks))
                : tasks(trace, maxSegments);
    }

    private static TaskRows tasks(Trace trace, int maxSegments) {
        List<TaskTrack> tasks = trace.tasks();
        long all = tasks.stream().mapToLong(TaskTrack::segments).sum();
        int columns =
                all <= maxSegments
                        ? Integer.MAX_VALUE
                        : Math.max(MIN_COLUMNS, maxSegments / tasks.size());
        long horizon = trace.horizonNanos();
        List<PhaseRow> rows =
                tasks.stream().map(it -> PhaseMerger.merged(it, columns, horizon)).toList();
        List<Integer> firsts = new ArrayList<>();
        for (int i = 0; i <= rows.size(); i++) {
            firsts.add(i);
        }
        return new TaskRows(rows, firsts, tasks.size(), columns);
    }

    /** Returns a fixed number of rows, each of neighbouring tasks. */
    static TaskRows bands(Trace trace, int bands) {
        return bands(trace, bands, BAND_COLUMNS);
    }

    static TaskRows bands(Trace trace, int bands, int columns) {
        int tasks = trace.tasks().size();
        List<PhaseRow> rows = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            int from = first(band, bands, tasks);
            PhaseMerger merger = new PhaseMerger(columns, trace.horizonNanos());
            trace.tasks().subList(from, first(band + 1, bands, tasks)).forEach(merger::add);
            rows.add(merger.row());
            firsts.add(from);
        }
        firsts.add(tasks);
        return new TaskRows(rows, firsts, tasks, columns);
    }

    private static int first(int band, int bands, int tasks) {
        return (int) ((long) band * tasks / bands);
    }

    /** Whether a row stands for more than one task. */
    boolean areBands() {
        return rows.size() < tasks;
    }

    /** Returns the row of a task, or -1 for no task. */
    int rowOf(int task) {
        if (task < 0 || !areBands()) {
            return task;
        }
        int row = (int) ((long) task * rows.size() / tasks);
        while (firsts.get(row + 1) <= task) {
            row++;
        }
        return row;
    }
}
