package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WallTimeRange;
import dev.overlap.text.NumberFormats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sentences common to comparisons and sweeps. */
public final class ComparisonText {

    /** Longer enumerations are not readable. */
    private static final int MAX_NAMES = 5;

    private static final String OTHER_WORK =
            "These runs differ in what they did, in their settings or their machine: their times"
                    + " are compared, and nothing else.";

    private ComparisonText() {}

    /** The title of runs that lie side by side. */
    public static String sideBySide(Comparison comparison) {
        return NumberFormats.count(comparison.entries().size(), "run") + " side by side";
    }

    /** The sentence on runs that did not do the same; empty if they did. */
    static String otherWork(Comparison comparison) {
        return comparison.isOfOneWork() ? "" : OTHER_WORK;
    }

    /** The sentence if no run has finished. */
    static String nothing(Comparison comparison) {
        return comparison.finished() ? "Nothing was measured." : "Nothing has been measured yet.";
    }

    /** The number of runs, and the rule for a clear difference. */
    static String rule(Comparison comparison) {
        IntSummaryStatistics runs =
                comparison.entries().stream()
                        .mapToInt(variantResult -> variantResult.samples().size())
                        .filter(count -> count > 0)
                        .summaryStatistics();
        return runs.getMax() <= 1 ? oneRun() : severalRuns(runs);
    }

    private static String oneRun() {
        return "With one run each there is no spread: a difference of "
                + percent()
                + " or more is called clear here, and only more runs can tell it from chance.";
    }

    private static String severalRuns(IntSummaryStatistics runs) {
        String count =
                runs.getMin() == runs.getMax()
                        ? Integer.toString(runs.getMax())
                        : runs.getMin() + " to " + runs.getMax();
        return "Medians of "
                + count
                + " runs each; a difference is clear when the ranges do not overlap and the medians"
                + " differ by "
                + percent()
                + " or more.";
    }

    private static String percent() {
        return String.format(Locale.ROOT, "%.0f %%", WallTimeRange.MIN_DIFFERENCE * 100);
    }

    /** The number of tasks that did not succeed, as a clause. */
    static String undone(int max, Comparison comparison) {
        return "up to "
                + max
                + " of "
                + NumberFormats.count(tasks(comparison), "task")
                + " did not succeed";
    }

    /** The number of tasks of a run. */
    static int tasks(Comparison comparison) {
        return comparison.entries().stream()
                .flatMap(variantResult -> variantResult.samples().stream())
                .mapToInt(measurement -> measurement.trace().tasks().size())
                .max()
                .orElse(0);
    }

    /**
     * A number of workers, or of tasks that may run at once: {@code 4 workers}, {@code 4 at once}.
     */
    static String workers(int workers, boolean limits) {
        return limits ? workers + " at once" : NumberFormats.count(workers, "worker");
    }

    /** What is left out of all times, or empty. */
    static String leftOut(Comparison comparison) {
        return comparison.isWithoutStartUp() ? ComparisonScreenText.WITHOUT_START_UP : "";
    }

    /** Joins sentences, omitting empty ones. */
    static String joined(String... sentences) {
        return Arrays.stream(sentences)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(" "));
    }

    /** Joins words: {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Names in quotation marks, because some contain a comma and some are plurals. */
    static String names(List<VariantResult> entries) {
        List<String> names =
                new ArrayList<>(
                        entries.stream()
                                .map(variantResult -> "\"" + variantResult.variant().name() + "\"")
                                .toList());
        if (names.size() > MAX_NAMES) {
            int more = names.size() - MAX_NAMES + 1;
            names.subList(MAX_NAMES - 1, names.size()).clear();
            names.add(more + " others");
        }
        return list(names);
    }
}
