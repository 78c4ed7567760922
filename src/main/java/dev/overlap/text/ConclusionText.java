package dev.overlap.text;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Conclusion;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison says, in plain sentences with the rule that they were drawn by; the same in the
 * window, in pictures and on the command line.
 *
 * <p>Threads: any. A pure function of its argument; costs a look at the outcome of every task.
 */
public final class ConclusionText {

    /** More names than this in a row are not read by anybody. */
    private static final int MAX_NAMES = 5;

    private final Comparison comparison;
    private final Conclusion conclusion;

    private ConclusionText(Comparison comparison) {
        this.comparison = comparison;
        this.conclusion = Conclusion.of(comparison);
    }

    /** The conclusion from what was measured so far. */
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
            return alone(ranked.getFirst());
        }
        if (conclusion.groups().size() == 1 && first().isCloseThroughout()) {
            return "There is no clear difference between " + names(ranked) + ".";
        }
        return conclusion.oneByOne() == null ? againstTheNext() : againstOneByOne();
    }

    private String alone(VariantResult variantResult) {
        String time =
                names(List.of(variantResult))
                        + " took "
                        + DurationFormat.text(variantResult.medianNanos())
                        + ".";
        return comparison.entries().size() == 1
                ? time + " There is nothing to compare it with."
                : time;
    }

    private String againstTheNext() {
        List<VariantResult> leaders = first().members();
        return lead(leaders) + closeness(leaders) + next() + ".";
    }

    private String againstOneByOne() {
        List<VariantResult> leaders = leaders();
        String lead =
                leaders.isEmpty()
                        ? "Nothing was clearly faster than sequential."
                        : lead(leaders) + gain(leaders) + closeness(leaders) + ".";
        return ComparisonText.joined(lead, like(), slower());
    }

    /**
     * Who of the fastest group is clearly faster than one after another. Where the runs of the
     * fastest one scatter widely, these may be others.
     */
    private List<VariantResult> leaders() {
        List<VariantResult> faster = conclusion.fasterThanOneByOne();
        List<VariantResult> first = faster.stream().filter(first().members()::contains).toList();
        return first.isEmpty() ? faster : first;
    }

    /** Who leads: a sentence without its end. */
    private String lead(List<VariantResult> leaders) {
        String were = leaders.size() == 1 ? " was" : " were";
        boolean fastest = leaders.contains(first().fastest());
        return names(leaders) + were + (fastest ? " the fastest" : " clearly faster");
    }

    private String gain(List<VariantResult> leaders) {
        double[] gains = leaders.stream().mapToDouble(comparison::speedUp).sorted().toArray();
        String least = times(gains[0]);
        String most = times(gains[gains.length - 1]);
        String range = least.equals(most) ? most : least + " to " + most;
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

    /** How far behind the second group is, where nobody ran one after another. */
    private String next() {
        if (conclusion.groups().size() == 1) {
            return "";
        }
        VariantResult next = conclusion.groups().get(1).fastest();
        double gain = (double) next.medianNanos() / first().fastest().medianNanos();
        String whom = names(List.of(next));
        return (first().members().size() == 1 ? ", " : "; ")
                + times(gain)
                + " times as fast as the next, "
                + whom;
    }

    private String like() {
        List<VariantResult> like = conclusion.likeOneByOne();
        String show = like.size() == 1 ? " shows" : " show";
        return like.isEmpty() ? "" : names(like) + show + " no clear difference from sequential.";
    }

    private String slower() {
        List<VariantResult> slower = conclusion.slowerThanOneByOne();
        String were = slower.size() == 1 ? " was" : " were";
        return slower.isEmpty() ? "" : names(slower) + were + " clearly slower than sequential.";
    }

    private String failing() {
        List<VariantResult> failing = conclusion.failing();
        int most = failing.stream().mapToInt(VariantResult::undone).max().orElse(0);
        return failing.isEmpty()
                ? ""
                : names(failing)
                        + (failing.size() == 1 ? " is" : " are")
                        + " not ranked, because "
                        + ComparisonText.undone(most, comparison)
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

    private static String times(double gain) {
        return NumberFormats.factor(gain);
    }

    /** Names in quotation marks, because some have a comma and some are plurals. */
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
