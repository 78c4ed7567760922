package dev.overlap.export.html;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Writes who executed a task, how it ended and its redirects; failures into a table of their own.
 */
final class OutcomeWriter {

    private static final int MERGED = 6;

    /** A failure in two words and in a sentence. */
    record FailureText(String words, String sentence) {}

    private final LongUnaryOperator units;
    private final Map<FailureText, Integer> failures = new LinkedHashMap<>();

    OutcomeWriter(LongUnaryOperator units) {
        this.units = units;
    }

    void write(TaskTrack task, NumberWriter out) {
        out.add(task.worker() + 1L);
        outcome(task.outcome(), out);
        redirects(task.exchanges(), out);
    }

    /** Writes that a row stands for several tasks. */
    void writeMerged(NumberWriter out) {
        out.add(0).add(MERGED).add(0);
    }

    private void outcome(@Nullable Outcome outcome, NumberWriter out) {
        switch (outcome) {
            case null -> out.add(0);
            case Outcome.Answered(int status, long bytes) -> out.add(1).add(status).add(bytes);
            case Outcome.Computed _ -> out.add(2);
            case Outcome.Done _ -> out.add(3);
            case Outcome.Failed(var kind, String sentence) ->
                    out.add(4).add(index(new FailureText(kind.words(), sentence)));
            case Outcome.Cancelled _ -> out.add(5);
        }
    }

    private int index(FailureText failure) {
        return failures.computeIfAbsent(failure, _ -> failures.size());
    }

    /** The begins of all exchanges but the first, each with the status before it. */
    private void redirects(List<Exchange> exchanges, NumberWriter out) {
        out.add(Math.max(0, exchanges.size() - 1L));
        long before = 0;
        for (int i = 1; i < exchanges.size(); i++) {
            long at = Math.max(before, units.applyAsLong(exchanges.get(i).startNanos()));
            out.add(at - before).add(exchanges.get(i - 1).status());
            before = at;
        }
    }

    /** Returns the failures that were written, by index. */
    List<Map<String, String>> failures() {
        return failures.keySet().stream()
                .map(it -> Map.of("words", it.words, "sentence", it.sentence))
                .toList();
    }
}
