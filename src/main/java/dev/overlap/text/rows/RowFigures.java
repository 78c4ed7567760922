package dev.overlap.text.rows;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of one task as two lines of cells separated by tabs, names above values, for pasting
 * into a spreadsheet. Names and units are those of the CSV file of a run.
 */
public final class RowFigures {

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private RowFigures() {}

    /** Returns the figures of a task in its current state. */
    public static String of(Trace trace, TaskTrack task) {
        RowFigures figures = new RowFigures();
        figures.add(trace, task);
        return String.join("\t", figures.names) + "\n" + String.join("\t", figures.values);
    }

    private void add(Trace trace, TaskTrack task) {
        Outcome outcome = task.outcome();
        long until = outcome == null ? trace.horizonNanos() : task.endNanos();
        add("task", Integer.toString(task.index() + 1));
        add("site", task.label().replace('\t', ' '));
        add("outcome", outcome == null ? "running" : outcome.word());
        add("status", status(outcome));
        add("end_ms", outcome == null ? "" : millis(until));
        add("duration_ms", millis(until - Math.max(0, task.beginNanos())));
        for (Phase phase : Phase.values()) {
            if (task.entered(phase)) {
                add(phase.id() + "_ms", millis(task.nanosIn(phase, until)));
            }
        }
    }

    private static String status(@Nullable Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, long _) -> Integer.toString(status);
            case Outcome.Failed(var kind, String _) -> kind.words();
            case Outcome.Computed _, Outcome.Done _, Outcome.Cancelled _ -> "";
            case null -> "";
        };
    }

    private void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
