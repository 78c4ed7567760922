package dev.overlap.render.timeline;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.TimeRange;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * The content of one drawing of a timeline.
 *
 * @param trace the trace to draw
 * @param metrics of that trace, at most slightly older than the horizon
 * @param horizonNanos the instant up to which to draw: the present, the playhead or the end
 * @param range the visible time range, or null for everything
 * @param scroll the scroll offset of the rows, in units
 * @param selectedTask the index of a task, or -1
 * @param maxRows further rows are only counted
 * @param grouping what a row stands for
 * @param guessed the user's guesses
 * @param order which task is in which row, and which phases are drawn
 */
public record ChartFrame(
        Trace trace,
        TraceMetrics metrics,
        long horizonNanos,
        @Nullable TimeRange range,
        double scroll,
        int selectedTask,
        int maxRows,
        RowGrouping grouping,
        GuessMarks guessed,
        RowOrder order) {

    /** A frame in the order of the list. */
    ChartFrame(
            Trace trace,
            TraceMetrics metrics,
            long horizonNanos,
            @Nullable TimeRange range,
            double scroll,
            int selectedTask,
            int maxRows,
            RowGrouping grouping,
            GuessMarks guessed) {
        this(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                maxRows,
                grouping,
                guessed,
                RowOrder.ofList(trace));
    }

    /** A frame without a guess, in the order of the list. */
    ChartFrame(
            Trace trace,
            TraceMetrics metrics,
            long horizonNanos,
            @Nullable TimeRange range,
            double scroll,
            int selectedTask,
            int maxRows,
            RowGrouping grouping) {
        this(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                maxRows,
                grouping,
                GuessMarks.NOTHING);
    }

    /** An empty frame with an axis for a guess, before anything has run. */
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
                GuessMarks.of(guessNanos),
                RowOrder.ofList(none));
    }

    /** A whole trace in its current state. */
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

    /** Returns a copy with a maximum number of rows. */
    public ChartFrame withMaxRows(int max) {
        return new ChartFrame(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                max,
                grouping,
                guessed,
                order);
    }

    /** Returns a copy with this row grouping. */
    public ChartFrame groupedBy(RowGrouping grouping) {
        return new ChartFrame(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                maxRows,
                grouping,
                guessed,
                order);
    }

    /** Returns a copy with these guesses. */
    public ChartFrame guessing(GuessMarks guessMarks) {
        return new ChartFrame(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                maxRows,
                grouping,
                guessMarks,
                order);
    }

    /** Returns a copy with its rows of tasks in this order. */
    public ChartFrame ordered(RowOrder rows) {
        return new ChartFrame(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                selectedTask,
                maxRows,
                grouping,
                guessed,
                rows);
    }

    /** Returns a copy with a selected task, or -1 for none. */
    ChartFrame selecting(int task) {
        return new ChartFrame(
                trace,
                metrics,
                horizonNanos,
                range,
                scroll,
                task,
                maxRows,
                grouping,
                guessed,
                order);
    }

    /** The number of rows, visible or not. */
    public int rows() {
        return isReordered() ? order.rows() : Math.min(candidates(), maxRows);
    }

    /** Whether rows are tasks, but not all of them in the order of the list. */
    boolean isReordered() {
        return grouping == RowGrouping.TASKS && !order.isListOrder();
    }

    /** The number of rows at the top that do not scroll. */
    int pinnedRows() {
        return isReordered() ? order.pinned() : 0;
    }

    /** The phases that are not drawn. */
    Set<Phase> hidden() {
        return order.hidden();
    }

    /** Whether a phase is drawn. */
    boolean draws(Phase phase) {
        return !order.hidden().contains(phase);
    }

    /** The number of tasks, workers, connections or resources, according to the grouping. */
    int candidates() {
        return switch (grouping) {
            case TASKS -> trace.tasks().size();
            case WORKERS -> trace.workers().size();
            case CONNECTIONS -> usedConnections();
            case RESOURCES -> resources();
        };
    }

    /** Whether the tasks shared nothing by the shown instant: there is no row of a resource. */
    public boolean sharesNothing() {
        return resources() == 0;
    }

    /**
     * Returns up to where rows of resources can be drawn: what they show of a live run is as old as
     * its metrics.
     */
    long resourceHorizonNanos() {
        return trace.isFinished() ? horizonNanos : Math.min(horizonNanos, metrics.horizonNanos());
    }

    private int resources() {
        return trace.resources().size()
                + (metrics.resources().hasInterpreterLock() ? 1 : 0)
                + usedConnections();
    }

    /** The number of connections used by the shown instant. */
    int usedConnections() {
        return usedBy(trace.connections(), horizonNanos);
    }

    /** The number of connections used by an instant, by binary search. */
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
