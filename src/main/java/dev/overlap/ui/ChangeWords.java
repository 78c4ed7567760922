package dev.overlap.ui;

import dev.overlap.trace.Change;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What changed at an instant of a run, in words. Pure text. */
final class ChangeWords {

    private static final String TO = " \u2192 ";

    /** A longer name loses its middle, because the two ends of a URL tell it from others. */
    private static final int MOST_LETTERS = 44;

    private final Trace trace;

    private ChangeWords(Trace trace) {
        this.trace = trace;
    }

    /**
     * The first of the changes, and how many others there are, such as {@code lab:/delay/300: wait
     * → receive, and 2 others}; empty where nothing changed.
     */
    static String of(Trace trace, List<Change> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        int others = changes.size() - 1;
        String first = new ChangeWords(trace).words(changes.getFirst());
        return others == 0 ? first : first + ", and " + Figures.count(others, "other");
    }

    private String words(Change change) {
        return switch (change) {
            case Change.Entered(int task, var before, Phase phase) ->
                    name(task) + ": " + from(before) + phase.words();
            case Change.Ended(int task, var last, Outcome outcome) ->
                    name(task) + ": " + from(last) + end(outcome);
            case Change.Busy(int worker, int task) ->
                    trace.worker(worker).name()
                            + (task < 0 ? " is busy" : " turns to " + name(task));
        };
    }

    private static String from(@Nullable Phase phase) {
        return phase == null ? "" : phase.words() + TO;
    }

    private static String end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, long _) -> Integer.toString(status);
            case Outcome.Failed(var kind, String _) -> "failed, " + kind.words();
            case Outcome.Computed computed -> computed.word();
            case Outcome.Cancelled cancelled -> cancelled.word();
        };
    }

    private String name(int task) {
        String label = trace.task(task).label();
        if (label.length() <= MOST_LETTERS) {
            return label;
        }
        int tail = MOST_LETTERS * 2 / 5;
        return label.substring(0, MOST_LETTERS - tail - 1)
                + "\u2026"
                + label.substring(label.length() - tail);
    }
}
