package dev.overlap.paint;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one picture shows.
 *
 * @param trace what happened
 * @param figures of that trace, at most a little older than the horizon
 * @param horizonNanos up to which instant anything is drawn: the present, the playhead or the end
 * @param window the stretch of time, or null for all of it
 * @param scroll how many units of the rows lie above the visible ones
 * @param selectedTask the index of a task, or -1
 * @param mostRows more rows than this are counted in words instead of drawn
 * @param folding what a row is
 * @param guessed how long people thought that it takes
 */
public record Frame(
        Trace trace,
        RunTotals figures,
        long horizonNanos,
        @Nullable Window window,
        double scroll,
        int selectedTask,
        int mostRows,
        Folding folding,
        Guessed guessed) {

    /** The value of a guess that means: nobody has said anything. */
    public static final long NO_GUESS = -1;

    /** A picture without a guess. */
    public Frame(
            Trace trace,
            RunTotals figures,
            long horizonNanos,
            @Nullable Window window,
            double scroll,
            int selectedTask,
            int mostRows,
            Folding folding) {
        this(
                trace,
                figures,
                horizonNanos,
                window,
                scroll,
                selectedTask,
                mostRows,
                folding,
                Guessed.NOTHING);
    }

    /** Nothing but an axis to guess on, before anything has run. */
    public static Frame blank(long guessNanos, @Nullable Window window) {
        Trace none = new Trace(List.of());
        Window shown = window == null ? GuessReach.blank(guessNanos) : window;
        return new Frame(
                none,
                RunTotals.of(none, 0),
                0,
                shown,
                0,
                -1,
                0,
                Folding.TASKS,
                Guessed.of(guessNanos));
    }

    /** All of a trace, as it stands now. */
    public static Frame of(Trace trace) {
        long horizon = trace.horizonNanos();
        return new Frame(
                trace,
                RunTotals.of(trace, horizon),
                horizon,
                null,
                0,
                -1,
                Integer.MAX_VALUE,
                Folding.TASKS);
    }

    /** The same, drawing no more rows than this. */
    public Frame withMostRows(int most) {
        return new Frame(
                trace, figures, horizonNanos, window, scroll, selectedTask, most, folding, guessed);
    }

    /** The same, folded so. */
    public Frame foldedBy(Folding folding) {
        return new Frame(
                trace,
                figures,
                horizonNanos,
                window,
                scroll,
                selectedTask,
                mostRows,
                folding,
                guessed);
    }

    /** The same beside a guess. */
    public Frame guessing(Guessed guessed) {
        return new Frame(
                trace,
                figures,
                horizonNanos,
                window,
                scroll,
                selectedTask,
                mostRows,
                folding,
                guessed);
    }

    /** The same with a task selected, or with -1 none. */
    public Frame selecting(int task) {
        return new Frame(
                trace, figures, horizonNanos, window, scroll, task, mostRows, folding, guessed);
    }

    /** How many rows there are, seen or not. */
    public int rows() {
        return Rows.count(this);
    }

    /** Whether this shows a finished run at an instant before its end. */
    boolean isReplay() {
        return trace.isFinished() && horizonNanos < trace.wallNanos();
    }
}
