package dev.overlap.text;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceChange;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Describes what changed at an instant of a run. */
public final class ChangeText {

    private static final String ARROW = " \u2192 ";

    /** A longer name is elided in the middle, because URLs differ from others at the ends. */
    private static final int MAX_LETTERS = 44;

    private final Trace trace;

    private final long nanos;

    private ChangeText(Trace trace, long nanos) {
        this.trace = trace;
        this.nanos = nanos;
    }

    /**
     * Describes the first change and counts the others, such as {@code lab:/delay/300: wait →
     * receive, and 2 others}; empty without changes.
     *
     * @param nanos the instant of the changes, since time zero
     */
    public static String of(Trace trace, List<TraceChange> changes, long nanos) {
        if (changes.isEmpty()) {
            return "";
        }
        int others = changes.size() - 1;
        String first = new ChangeText(trace, nanos).words(changes.getFirst());
        return others == 0 ? first : first + ", and " + NumberFormats.count(others, "other");
    }

    private String words(TraceChange change) {
        return switch (change) {
            case TraceChange.Entered(int task, var before, Phase phase) ->
                    name(task) + ": " + from(task, before) + words(task, phase);
            case TraceChange.Ended(int task, var last, Outcome outcome) ->
                    name(task) + ": " + from(task, last) + end(outcome);
            case TraceChange.Busy(int worker, int task) ->
                    trace.worker(worker).name()
                            + (task < 0 ? " is busy" : " turns to " + name(task));
        };
    }

    private String from(int task, @Nullable Phase phase) {
        return phase == null ? "" : words(task, phase) + ARROW;
    }

    private String words(int task, Phase phase) {
        return ResourceText.words(phase, trace, trace.task(task), nanos);
    }

    private static String end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, long _) -> Integer.toString(status);
            case Outcome.Failed(var kind, String _) -> "failed, " + kind.words();
            case Outcome.Computed computed -> computed.word();
            case Outcome.Done done -> done.word();
            case Outcome.Cancelled cancelled -> cancelled.word();
        };
    }

    private String name(int task) {
        String label = DisplayNames.whole(trace.task(task));
        if (label.length() <= MAX_LETTERS) {
            return label;
        }
        int tail = MAX_LETTERS * 2 / 5;
        return label.substring(0, MAX_LETTERS - tail - 1)
                + "\u2026"
                + label.substring(label.length() - tail);
    }
}
