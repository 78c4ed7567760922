package dev.overlap.text;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Conclusion;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;

import java.util.ArrayList;
import java.util.List;

/**
 * The conclusion of a comparison in plain sentences, with the rule applied; identical in the
 * window, in images and on the command line.
 *
 * <p>Threads: any. A pure function of its argument; visits the outcome of every task.
 */
public final class ConclusionText {

    /** Longer enumerations are not readable. */
    private static final int MAX_NAMES = 5;

    private final Comparison comparison;
    private final Conclusion conclusion;

    private ConclusionText(Comparison comparison) {
        this.comparison = comparison;
        this.conclusion = Conclusion.of(comparison);
    }

    /** Returns the conclusion from the results so far. */
    public static String of(Comparison comparison) {
        return WorkerSweep.is(comparison)
                ? SweepText.of(comparison)
                : new ConclusionText(comparison).text();
    }

    private String text() {
        if (comparison.done() == 0) {
            return ComparisonText.nothing(comparison);
        }
        return ComparisonText.joined(
                result(), failing(), undone(), unmeasured(), ComparisonText.rule(comparison));
    }

    private String result() {
        List<VariantResult> ranked = conclusion.ranked();
        if (ranked.size() == 1) {
            return onlyVariant(ranked.getFirst());
        }
        if (conclusion.groups().size() == 1 && first().isCloseThroughout()) {
            return "There is no clear difference between " + names(ranked) + ".";
        }
        return conclusion.oneByOne() == null ? againstSecondGroup() : againstSequential();
    }

    private String onlyVariant(VariantResult variantResult) {
        String time =
                names(List.of(variantResult))
                        + " took "
                        + DurationFormat.text(variantResult.medianNanos())
                        + ".";
        return comparison.entries().size() == 1
                ? time + " There is nothing to compare it with."
                : time;
    }

    private String againstSecondGroup() {
        List<VariantResult> leaders = first().members();
        return lead(leaders) + closeness(leaders) + next() + ".";
    }

    private String againstSequential() {
        List<VariantResult> leaders = leaders();
        String lead =
                leaders.isEmpty()
                        ? "Nothing was clearly faster than sequential."
                        : lead(leaders) + speedUp(leaders) + closeness(leaders) + ".";
        return ComparisonText.joined(lead, similar(), slower());
    }

    /**
     * The members of the fastest group that are clearly faster than sequential execution. If the
     * fastest one's runs scatter widely, these may be others.
     */
    private List<VariantResult> leaders() {
        List<VariantResult> faster = conclusion.fasterThanOneByOne();
        List<VariantResult> first = faster.stream().filter(first().members()::contains).toList();
        return first.isEmpty() ? faster : first;
    }

    /** The leading variants: a sentence without its end. */
    private String lead(List<VariantResult> leaders) {
        String were = leaders.size() == 1 ? " was" : " were";
        boolean fastest = leaders.contains(first().fastest());
        return names(leaders) + were + (fastest ? " the fastest" : " clearly faster");
    }

    private String speedUp(List<VariantResult> leaders) {
        double[] speedUps = leaders.stream().mapToDouble(comparison::speedUp).sorted().toArray();
        String min = times(speedUps[0]);
        String max = times(speedUps[speedUps.length - 1]);
        String range = min.equals(max) ? max : min + " to " + max;
        return ", " + range + " times as fast as sequential";
    }

    private static String closeness(List<VariantResult> leaders) {
        if (leaders.size() == 1) {
            return "";
        }
        return new Conclusion.Group(leaders).isCloseThroughout()
                ? ", with no clear difference between them"
                : ", with no clear difference between most of them";
    }

    /** The speed-up over the second group, if there is no sequential run. */
    private String next() {
        if (conclusion.groups().size() == 1) {
            return "";
        }
        VariantResult next = conclusion.groups().get(1).fastest();
        double speedUp = (double) next.medianNanos() / first().fastest().medianNanos();
        String name = names(List.of(next));
        return (first().members().size() == 1 ? ", " : "; ")
                + times(speedUp)
                + " times as fast as the next, "
                + name;
    }

    private String similar() {
        List<VariantResult> similar = conclusion.likeOneByOne();
        String show = similar.size() == 1 ? " shows" : " show";
        return similar.isEmpty()
                ? ""
                : names(similar) + show + " no clear difference from sequential.";
    }

    private String slower() {
        List<VariantResult> slower = conclusion.slowerThanOneByOne();
        String were = slower.size() == 1 ? " was" : " were";
        return slower.isEmpty() ? "" : names(slower) + were + " clearly slower than sequential.";
    }

    private String failing() {
        List<VariantResult> failing = conclusion.failing();
        int max = failing.stream().mapToInt(VariantResult::undone).max().orElse(0);
        return failing.isEmpty()
                ? ""
                : names(failing)
                        + (failing.size() == 1 ? " is" : " are")
                        + " not ranked, because "
                        + ComparisonText.undone(max, comparison)
                        + ": a run that fails early is not fast.";
    }

    private String undone() {
        return conclusion.undone() == 0
                ? ""
                : "In every case "
                        + ComparisonText.undone(conclusion.undone(), comparison)
                        + ", so the times are those of incomplete runs.";
    }

    private String unmeasured() {
        List<VariantResult> missing = conclusion.unmeasured();
        return missing.isEmpty() || !comparison.finished()
                ? ""
                : names(missing) + (missing.size() == 1 ? " was" : " were") + " not measured.";
    }

    private Conclusion.Group first() {
        return conclusion.groups().getFirst();
    }

    private static String times(double speedUp) {
        return NumberFormats.factor(speedUp);
    }

    /** Names in quotation marks, because some contain a comma and some are plurals. */
    private static String names(List<VariantResult> entries) {
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
        return ComparisonText.list(names);
    }
}
