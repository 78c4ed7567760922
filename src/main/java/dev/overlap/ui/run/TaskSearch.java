package dev.overlap.ui.run;

import dev.overlap.render.rows.RowOrder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Finds the tasks whose name or outcome at a moment contains a text, in upper or lower case, in the
 * order of the rows.
 *
 * @param pattern the text, in lower case
 */
record TaskSearch(TraceMoment moment, RowOrder order, String pattern) {

    static TaskSearch of(TraceMoment moment, RowOrder order, String text) {
        return new TaskSearch(moment, order, text.toLowerCase(Locale.ROOT));
    }

    /** Returns whether another search is in the same run. */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    boolean isOfSameRun(TaskSearch other) {
        return moment.trace() == other.moment.trace();
    }

    /** Returns the number of matches, with and without a row. */
    long matches() {
        return moment.trace().tasks().stream().filter(this::matches).count();
    }

    /** Returns the number of matches that have a row. */
    long shownMatches() {
        return moment.trace().tasks().stream()
                .filter(task -> order.row(task.index()) >= 0)
                .filter(this::matches)
                .count();
    }

    /**
     * Returns the index of the first match that has a row, or -1.
     *
     * @param selected the task to begin at, or the first row if it has none
     * @param from the offset of the first candidate from there, in rows
     * @param step 1 to search forwards, -1 backwards, cyclically
     */
    int next(int selected, int from, int step) {
        Trace trace = moment.trace();
        int rows = order.rows();
        int begin = Math.max(0, order.row(selected)) + from;
        for (int i = 0; i < rows; i++) {
            int index = order.task(Math.floorMod(begin + i * step, rows));
            if (index >= 0 && matches(trace.task(index))) {
                return index;
            }
        }
        return -1;
    }

    private boolean matches(TaskTrack task) {
        return contains(task.label()) || (moment.hasEnded(task) && contains(end(task.outcome())));
    }

    /** Compares in place: a list may have 100,000 labels. */
    private boolean contains(String text) {
        for (int at = 0; at <= text.length() - pattern.length(); at++) {
            if (text.regionMatches(true, at, pattern, 0, pattern.length())) {
                return true;
            }
        }
        return false;
    }

    /** The outcome as worded in the chart. */
    private static String end(@Nullable Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, long _) -> Integer.toString(status);
            case Outcome.Failed(var kind, String _) -> "failed " + kind.words();
            case Outcome.Computed computed -> computed.word();
            case Outcome.Done done -> done.word();
            case Outcome.Cancelled cancelled -> cancelled.word();
            case null -> "";
        };
    }
}
