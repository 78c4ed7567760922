package dev.overlap.lesson.claim;

import dev.overlap.lesson.claim.ClaimTerm.Measured;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A claim of a lesson about its runs, which is checked on their traces:
 *
 * <pre>
 * claim      = comparison { "and" comparison }
 * comparison = term ( "<" | "<=" | ">" | ">=" | "=" ) term
 * term       = factor { ( "+" | "-" ) factor }
 * factor     = value { ( "*" | "/" ) value }
 * value      = number | duration | "(" term ")" | function "(" model [ "," detail ] ")"
 * </pre>
 *
 * <p>A duration has its unit, as in {@code 300ms}. The functions are:
 *
 * <ul>
 *   <li>times: {@code wall}, {@code first} (when the first task was completed), {@code sum} (all
 *       tasks one after another, derived), {@code longest} (the longest task alone), {@code busy}
 *       (all workers), {@code begin} and {@code end} of the task with a number, and the id of each
 *       phase, such as {@code ready}, for the time that all tasks spent in it;
 *   <li>numbers: {@code peak} (in flight at once), {@code most} (at once in a phase), {@code
 *       tasks}, {@code answered}, {@code failed}, {@code cancelled}, {@code workers}, {@code
 *       threads}, {@code connections}, {@code deadlocks}, {@code lost} (updates of a counter).
 * </ul>
 *
 * <p>Of several runs of a model the median counts. Immutable.
 */
public final class Claim {

    /** The longest claim; a bound on its nesting, too. */
    static final int MAX_LENGTH = 300;

    private final String text;
    private final List<ClaimComparison> comparisons;

    private Claim(String text, List<ClaimComparison> comparisons) {
        this.text = text;
        this.comparisons = comparisons;
    }

    /**
     * Reads a claim.
     *
     * @throws IllegalArgumentException with a sentence for people, if it is none
     */
    public static Claim parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A claim has at most %d characters. Split it into several."
                            .formatted(MAX_LENGTH));
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return new Claim(line, new ClaimParser(line).comparisons());
    }

    /** The claim as written, on one line. */
    public String text() {
        return text;
    }

    /** The ids of the models that it names. */
    Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        visit(it -> models.add(it.model()));
        return models;
    }

    /**
     * Checks that a lesson has all that the claim names.
     *
     * @throws IllegalArgumentException with a sentence for people, if it has not
     */
    public void requireWithin(LessonScope scope) {
        visit(it -> require(it, scope));
    }

    private static void require(Measured it, LessonScope scope) {
        scope.requireModel(it.model());
        scope.requireDetail(it.metric().detail(), it.detail());
    }

    private void visit(Consumer<Measured> visitor) {
        for (ClaimComparison comparison : comparisons) {
            comparison.left().visit(visitor);
            comparison.right().visit(visitor);
        }
    }

    /**
     * Returns the figures that it names with what was measured, as in {@code wall(threads) = 302
     * ms}; each once, those without a value left out.
     */
    public List<String> figures(MeasuredRuns runs) {
        Set<String> figures = new LinkedHashSet<>();
        visit(
                it ->
                        new FigureReference(it.metric(), it.model(), it.detail())
                                .text(runs)
                                .ifPresent(value -> figures.add(it.text() + " = " + value)));
        return List.copyOf(figures);
    }

    /** Checks the claim: it fails if any of its comparisons does. */
    public ClaimResult check(MeasuredRuns runs) {
        List<ClaimResult> results = comparisons.stream().map(it -> it.check(runs)).toList();
        if (results.contains(ClaimResult.FAILS)) {
            return ClaimResult.FAILS;
        }
        return results.contains(ClaimResult.UNKNOWN) ? ClaimResult.UNKNOWN : ClaimResult.HOLDS;
    }

    /** Claims are equal if they are written alike, blanks aside. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Claim that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
