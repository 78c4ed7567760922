package dev.overlap.render.timeline;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.TimeRange;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one picture shows.
 *
 * @param trace what happened
 * @param figures of that trace, at most a little older than the horizon
 * @param horizonNanos up to which instant anything is drawn: the present, the playhead or the end
 * @param range the stretch of time, or null for all of it
 * @param scroll how many units of the rows lie above the visible ones
 * @param selectedTask the index of a task, or -1
 * @param mostRows more rows than this are counted in words instead of drawn
 * @param grouping what a row is
 * @param guessed how long people thought that it takes
 */
public record ChartFrame(
        Trace trace,
        TraceMetrics figures,
        long horizonNanos,
        @Nullable TimeRange range,
        double scroll,
        int selectedTask,
        int mostRows,
        RowGrouping grouping,
        GuessMarks guessed) {

    /** A picture without a guess. */
    public ChartFrame(
            Trace trace,
            TraceMetrics figures,
            long horizonNanos,
            @Nullable TimeRange range,
            double scroll,
            int selectedTask,
            int mostRows,
            RowGrouping grouping) {
        this(
                trace,
                figures,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                mostRows,
                grouping,
                GuessMarks.NOTHING);
    }

    /** Nothing but an axis to guess on, before anything has run. */
    public static ChartFrame blank(long guessNanos, @Nullable TimeRange range) {
        Trace none = new Trace(List.of());
        TimeRange shown = range == null ? GuessAxisRange.blank(guessNanos) : range;
        return new ChartFrame(
                none,
                TraceMetrics.of(none, 0),
                0,
                shown,
                0,
                -1,
                0,
                RowGrouping.TASKS,
                GuessMarks.of(guessNanos));
    }

    /** All of a trace, as it stands now. */
    public static ChartFrame of(Trace trace) {
        long horizon = trace.horizonNanos();
        return new ChartFrame(
                trace,
                TraceMetrics.of(trace, horizon),
                horizon,
                null,
                0,
                -1,
                Integer.MAX_VALUE,
                RowGrouping.TASKS);
    }

    /** The same, drawing no more rows than this. */
    public ChartFrame withMostRows(int most) {
        return new ChartFrame(
                trace, figures, horizonNanos, range, scroll, selectedTask, most, grouping, guessed);
    }

    /** The same, folded so. */
    public ChartFrame foldedBy(RowGrouping grouping) {
        return new ChartFrame(
                trace,
                figures,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                mostRows,
                grouping,
                guessed);
    }

    /** The same beside a guess. */
    public ChartFrame guessing(GuessMarks guessMarks) {
        return new ChartFrame(
                trace,
                figures,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                mostRows,
                grouping,
                guessMarks);
    }

    /** The same with a task selected, or with -1 none. */
    public ChartFrame selecting(int task) {
        return new ChartFrame(
                trace, figures, horizonNanos, range, scroll, task, mostRows, grouping, guessed);
    }

    /** How many rows there are, seen or not. */
    public int rows() {
        return Math.min(candidates(), mostRows);
    }

    /** How many tasks, workers or connections there are to be rows. */
    int candidates() {
        return switch (grouping) {
            case TASKS -> trace.tasks().size();
            case WORKERS -> trace.workers().size();
            case CONNECTIONS -> usedBy(trace.connections(), horizonNanos);
        };
    }

    /** How many connections were used by an instant, by binary search. */
    private static int usedBy(List<ConnectionTrack> connections, long nanos) {
        int low = 0;
        int high = connections.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (connections.get(middle).firstUsedNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether this shows a finished run at an instant before its end. */
    boolean isReplay() {
        return trace.isFinished() && horizonNanos < trace.wallNanos();
    }
}
