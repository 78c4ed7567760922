package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Conclusion;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;

import java.util.List;

/**
 * The conclusion of a comparison in plain sentences, with the rule applied; identical in the
 * window, in images and on the command line.
 *
 * <p>Threads: any. A pure function of its argument; visits the outcome of every task.
 */
public final class ConclusionText {

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
                result(),
                new IncompleteRunsText(comparison, conclusion).text(),
                ComparisonText.otherWork(comparison),
                ComparisonText.leftOut(comparison),
                ComparisonText.rule(comparison));
    }

    private String result() {
        List<VariantResult> ranked = conclusion.ranked();
        if (ranked.size() == 1) {
            return onlyVariant(ranked.getFirst());
        }
        if (conclusion.groups().size() == 1 && first().isCloseThroughout()) {
            return "There is no clear difference between " + ComparisonText.names(ranked) + ".";
        }
        return conclusion.oneByOne() == null ? againstSecondGroup() : againstSequential();
    }

    private String onlyVariant(VariantResult variantResult) {
        String time =
                ComparisonText.names(List.of(variantResult))
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
        return ComparisonText.names(leaders)
                + were
                + (fastest ? " the fastest" : " clearly faster");
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
        String name = ComparisonText.names(List.of(next));
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
                : ComparisonText.names(similar) + show + " no clear difference from sequential.";
    }

    private String slower() {
        List<VariantResult> slower = conclusion.slowerThanOneByOne();
        String were = slower.size() == 1 ? " was" : " were";
        return slower.isEmpty()
                ? ""
                : ComparisonText.names(slower) + were + " clearly slower than sequential.";
    }

    private Conclusion.Group first() {
        return conclusion.groups().getFirst();
    }

    private static String times(double speedUp) {
        return NumberFormats.factor(speedUp);
    }
}
