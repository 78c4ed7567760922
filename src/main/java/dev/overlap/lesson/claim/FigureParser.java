package dev.overlap.lesson.claim;

import dev.overlap.lesson.claim.RunMetric.Detail;

import java.util.Arrays;
import java.util.List;

/** Parses the figures that a text names in braces; see {@link MeasuredText}. */
final class FigureParser {

    private FigureParser() {}

    /**
     * Reads what stands between the braces.
     *
     * @throws IllegalArgumentException with the rest of a sentence that begins with what was read
     */
    static TextPiece parse(String words) {
        List<String> parts = Arrays.asList(words.split("\\.", -1));
        if (parts.getFirst().equals("guess") && parts.size() == 2) {
            return new GuessReference(parts.get(1));
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
}
