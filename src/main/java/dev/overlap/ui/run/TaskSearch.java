package dev.overlap.ui.run;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Finds the tasks whose name or outcome at a moment contains a text, in upper or lower case. */
final class TaskSearch {

    private final TraceMoment moment;
    private final String pattern;

    TaskSearch(TraceMoment moment, String text) {
        this.moment = moment;
        this.pattern = text.toLowerCase(Locale.ROOT);
    }

    /** Returns the number of matches. */
    long matches() {
        return moment.trace().tasks().stream().filter(this::matches).count();
    }

    /**
     * Returns the index of the first match, or -1.
     *
     * @param begin the index of the first candidate; taken modulo the number of tasks
     * @param step 1 to search forwards, -1 backwards, cyclically
     */
    int next(int begin, int step) {
        Trace trace = moment.trace();
        int tasks = trace.tasks().size();
        for (int i = 0; i < tasks; i++) {
            int index = Math.floorMod(begin + i * step, tasks);
            if (matches(trace.task(index))) {
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
