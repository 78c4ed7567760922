package dev.overlap.text.table;

import dev.overlap.text.DisplayNames;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.ResourceText;
import dev.overlap.text.TaskText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a table of tasks. Times in milliseconds without a unit, up to the shown moment;
 * empty where there is none.
 */
public final class TaskTableText {

    public static final String TABLE = "Table";
    public static final String HELP =
            "The rows as a table of text, with the time of each task in each phase (T).";
    public static final String ACCESSIBLE =
            "Table of the tasks of the run, with the time of each in each phase, in milliseconds.";
    public static final String EMPTY = "Press Run to see every wait.";
    public static final String NUMBER = "no.";
    public static final String TASK = "task";
    public static final String STATE = "state";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String FROM_HELP = "When it left the queue, in ms since the start";
    public static final String TO_HELP = "When it ended, in ms since the start";
    public static final String PHASE_HELP = "Time in this phase, in ms: %s";
    public static final String COPY_SELECTED = "Copy the selected rows";
    public static final String COPY_ALL = "Copy all rows";
    public static final String TOGGLE = "Table or chart";

    /** A computation under the GIL has thousands of phases; nobody listens to them all. */
    private static final int MAX_PHASES_TOLD = 24;

    private TaskTableText() {}

    public static String number(TaskTrack task) {
        return NumberFormats.count(task.index() + 1L);
    }

    public static String name(TaskTrack task) {
        return DisplayNames.of(task);
    }

    /** When the task left the queue, if it has. */
    public static String from(TaskTrack task, TraceMoment moment) {
        long start = task.startNanos();
        return start <= moment.horizonNanos() ? DurationFormat.bareMillis(start) : "";
    }

    /** When the task ended, if it has. */
    public static String to(TaskTrack task, TraceMoment moment) {
        return moment.hasEnded(task) ? DurationFormat.bareMillis(task.endNanos()) : "";
    }

    /** The time in a phase so far, repeats included; empty if the task was never in it. */
    public static String in(Phase phase, TaskTrack task, TraceMoment moment) {
        boolean entered = false;
        long horizon = moment.horizonNanos();
        for (int s = 0; s < task.segments() && task.begin(s) <= horizon && !entered; s++) {
            entered = task.phase(s) == phase;
        }
        return entered ? DurationFormat.bareMillis(task.nanosIn(phase, horizon)) : "";
    }

    /**
     * Says a row as a sentence, with the phases in their order: {@code Task 2, lab:/delay/300: 200.
     * queued 1.0 ms, wait 300 ms.}
     */
    public static String sentence(TaskTrack task, TraceMoment moment) {
        List<String> phases = new ArrayList<>();
        long horizon = moment.horizonNanos();
        int last = task.segmentAt(horizon);
        for (int s = 0; s <= last && phases.size() < MAX_PHASES_TOLD; s++) {
            long nanos = Math.max(0, Math.min(task.end(s), horizon) - task.begin(s));
            String words = ResourceText.words(moment.trace(), task, s, horizon);
            phases.add(words + " " + DurationFormat.text(nanos));
        }
        int more = last + 1 - phases.size();
        String rest = more > 0 ? ", and " + NumberFormats.count(more, "more phase") : "";
        return "Task %s, %s: %s. %s%s."
                .formatted(
                        number(task),
                        name(task),
                        TaskText.state(task, moment),
                        String.join(", ", phases),
                        rest);
    }

    /** Returns lines of cells separated by tabs, as spreadsheets take them. */
    public static String copied(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join("\t", row)).append('\n');
        }
        return text.toString();
    }
}
