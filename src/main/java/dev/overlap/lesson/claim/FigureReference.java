package dev.overlap.lesson.claim;

import dev.overlap.lesson.claim.RunMetric.Detail;
import dev.overlap.lesson.claim.RunMetric.Unit;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A figure that a text names in braces.
 *
 * @param model the id of a model; empty for a figure of the whole list, or of the first model that
 *     can tell
 * @param detail as in {@link RunMetric#of}; empty if there is none
 */
record FigureReference(RunMetric metric, String model, String detail) implements TextPiece {

    /** Derived times carry this sign. */
    private static final String DERIVED = "\u2248\u00a0";

    private static final String SEQUENTIAL = "sequential";

    @Override
    public void requireWithin(LessonScope scope) {
        if (!model.isEmpty()) {
            scope.requireModel(model);
        }
        if (metric.detail() == Detail.COUNTER) {
            scope.requireCounter(detail);
        } else if (metric.detail() == Detail.TASK) {
            scope.requireTask(Integer.parseInt(detail));
        }
    }

    @Override
    public Optional<String> text(MeasuredRuns runs) {
        boolean isDerived = metric == RunMetric.SUM && !isMeasured(runs);
        OptionalLong value = value(runs);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of((isDerived ? DERIVED : "") + text(value.getAsLong()));
    }

    private String text(long value) {
        return metric.unit() == Unit.TIME ? DurationFormat.text(value) : NumberFormats.count(value);
    }

    private OptionalLong value(MeasuredRuns runs) {
        if (!model.isEmpty()) {
            return metric.of(runs.of(model), detail);
        }
        return switch (metric) {
            case SUM ->
                    isMeasured(runs)
                            ? OptionalLong.of(runs.wallNanos(SEQUENTIAL))
                            : metric.of(all(runs), detail);
            case LONGEST -> metric.of(all(runs), detail);
            default -> ofFirst(runs);
        };
    }

    /** Whether the sum was measured, so that nothing need be derived. */
    private boolean isMeasured(MeasuredRuns runs) {
        return model.isEmpty() && runs.models().contains(SEQUENTIAL);
    }

    private static List<Trace> all(MeasuredRuns runs) {
        return runs.finished().values().stream().flatMap(List::stream).toList();
    }

    private OptionalLong ofFirst(MeasuredRuns runs) {
        return runs.models().stream()
                .map(id -> metric.of(runs.of(id), detail))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
