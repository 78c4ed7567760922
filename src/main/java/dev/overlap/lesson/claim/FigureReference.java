package dev.overlap.lesson.claim;

import dev.overlap.lesson.claim.RunMetric.Detail;
import dev.overlap.lesson.claim.RunMetric.Unit;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.Trace;

import java.util.Arrays;
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

    /** A guess of the class, for a model. */
    record Guessed(String model) implements TextPiece {
        @Override
        public Optional<String> text(MeasuredRuns runs) {
            return Optional.ofNullable(runs.guesses().of(model)).map(DurationFormat::text);
        }

        @Override
        public void requireWithin(LessonScope scope) {
            scope.requireModel(model);
        }
    }

    /** Derived times carry this sign. */
    private static final String DERIVED = "\u2248\u00a0";

    private static final String SEQUENTIAL = "sequential";

    /**
     * Reads what stands between the braces.
     *
     * @throws IllegalArgumentException with the rest of a sentence that begins with what was read
     */
    static TextPiece parse(String words) {
        List<String> parts = Arrays.asList(words.split("\\.", -1));
        if (parts.getFirst().equals("guess") && parts.size() == 2) {
            return new Guessed(parts.get(1));
        }
        boolean isPhase = Phases.isId(parts.getFirst());
        RunMetric metric = isPhase ? RunMetric.SPENT : metric(parts.getFirst());
        List<String> names = parts.subList(1, parts.size());
        return isPhase ? spent(metric, parts) : of(metric, names);
    }

    private static RunMetric metric(String id) {
        return Arrays.stream(RunMetric.values())
                .filter(it -> !id.isEmpty() && it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is not measured"));
    }

    private static TextPiece spent(RunMetric metric, List<String> parts) {
        if (parts.size() != 2) {
            throw new IllegalArgumentException("needs a model");
        }
        return new FigureReference(metric, parts.get(1), parts.getFirst());
    }

    private static TextPiece of(RunMetric metric, List<String> names) {
        int details = metric.detail() == Detail.NONE ? 0 : 1;
        boolean hasModel = names.size() == 1 + details;
        boolean isShort = names.size() == details && mayLackModel(metric);
        if (!hasModel && !isShort) {
            throw new IllegalArgumentException(
                    "needs a model" + (details == 0 ? "" : ", and " + metric.detail().words()));
        }
        String detail = details == 0 ? "" : names.getLast();
        requireDetail(metric.detail(), detail);
        return new FigureReference(metric, hasModel ? names.getFirst() : "", detail);
    }

    private static boolean mayLackModel(RunMetric metric) {
        return metric == RunMetric.SUM
                || metric == RunMetric.LONGEST
                || metric == RunMetric.FIRST
                || metric == RunMetric.LOST;
    }

    private static void requireDetail(Detail detail, String word) {
        boolean isRight =
                switch (detail) {
                    case NONE, COUNTER -> true;
                    case PHASE -> Phases.isId(word);
                    case TASK -> word.matches("[1-9][0-9]{0,5}");
                };
        if (!isRight) {
            throw new IllegalArgumentException("needs " + detail.words());
        }
    }

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
