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
 */
final class TaskSearch {

    private final TraceMoment moment;
    private final RowOrder order;
    private final String pattern;

    TaskSearch(TraceMoment moment, RowOrder order, String text) {
        this.moment = moment;
        this.order = order;
        this.pattern = text.toLowerCase(Locale.ROOT);
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
        String end = moment.hasEnded(task) ? end(task.outcome()) : "";
        return task.label().toLowerCase(Locale.ROOT).contains(pattern)
                || end.toLowerCase(Locale.ROOT).contains(pattern);
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
