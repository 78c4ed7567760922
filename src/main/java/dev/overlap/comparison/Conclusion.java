package dev.overlap.comparison;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The conclusion of a comparison from all its runs, by the rule of {@link WallTimeRange}.
 *
 * <p><b>Groups.</b> A group is built around its fastest member: all variants that do not differ
 * clearly from <em>it</em> belong to it, and the fastest of the rest leads the next one.
 *
 * <p><b>Failures.</b> A run that fails early is not fast. A task is <em>undone</em> if it failed or
 * was cancelled; a variant is ranked only if its worst run left no more tasks undone than the worst
 * run of the best one.
 *
 * <p>Pure arithmetic on a snapshot; visits the outcome of every task.
 *
 * @param groups the ranked variants, the fastest group first, within each the fastest first
 * @param oneByOne the variant of sequential execution; null unless it is ranked
 * @param failing those not ranked, because tasks failed in them that succeeded in others
 * @param unmeasured those without a finished run
 * @param undone the number of undone tasks in the worst run of each ranked variant
 */
public record Conclusion(
        List<Group> groups,
        @Nullable VariantResult oneByOne,
        List<VariantResult> failing,
        List<VariantResult> unmeasured,
        int undone) {

    /**
     * Variants that do not differ clearly from the fastest of them.
     *
     * @param members at least one, the fastest first
     */
    public record Group(List<VariantResult> members) {

        public Group {
            members = List.copyOf(members);
        }

        public VariantResult fastest() {
            return members.getFirst();
        }

        /**
         * Whether no two members differ clearly; between the fastest and any other, this holds by
         * definition.
         */
        public boolean isCloseThroughout() {
            return members.stream()
                    .allMatch(one -> members.stream().noneMatch(other -> differ(one, other)));
        }
    }

    public Conclusion {
        groups = List.copyOf(groups);
        failing = List.copyOf(failing);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Draws the conclusion from the results so far. */
    public static Conclusion of(Comparison comparison) {
        List<VariantResult> measured =
                comparison.entries().stream().filter(VariantResult::isMeasured).toList();
        int min = VariantResult.minUndone(measured);
        List<VariantResult> ranked = measured.stream().filter(it -> it.undone() == min).toList();
        VariantResult oneByOne = comparison.oneByOne();
        return new Conclusion(
                groups(ranked),
                oneByOne != null && ranked.contains(oneByOne) ? oneByOne : null,
                measured.stream().filter(it -> it.undone() > min).toList(),
                comparison.entries().stream().filter(it -> !it.isMeasured()).toList(),
                min);
    }

    /** All ranked variants, the fastest first. */
    public List<VariantResult> ranked() {
        return groups.stream().flatMap(group -> group.members().stream()).toList();
    }

    /** The other ranked variants that do not differ clearly from sequential execution. */
    public List<VariantResult> likeOneByOne() {
        return comparedToSequential(
                (it, sequential) -> !it.equals(sequential) && !differ(it, sequential));
    }

    /** The ranked variants that are clearly slower than sequential execution. */
    public List<VariantResult> slowerThanOneByOne() {
        return comparedToSequential((it, sequential) -> isFaster(sequential, it));
    }

    /** The ranked variants that are clearly faster than sequential execution. */
    public List<VariantResult> fasterThanOneByOne() {
        return comparedToSequential((it, sequential) -> isFaster(it, sequential));
    }

    /**
     * The ranked variants that satisfy a relation to sequential execution; none if that is not
     * ranked.
     */
    private List<VariantResult> comparedToSequential(
            BiPredicate<VariantResult, VariantResult> test) {
        VariantResult sequential = oneByOne;
        return sequential == null
                ? List.of()
                : ranked().stream().filter(it -> test.test(it, sequential)).toList();
    }

    private static boolean differ(VariantResult one, VariantResult other) {
        return one.spread().differsClearlyFrom(other.spread());
    }

    private static boolean isFaster(VariantResult one, VariantResult other) {
        return one.spread().isClearlyFasterThan(other.spread());
    }

    private static List<Group> groups(List<VariantResult> ranked) {
        List<VariantResult> remaining = new ArrayList<>(ranked);
        remaining.sort(Comparator.comparingLong(VariantResult::medianNanos));
        List<Group> groups = new ArrayList<>();
        while (!remaining.isEmpty()) {
            VariantResult fastest = remaining.getFirst();
            Group group = new Group(remaining.stream().filter(it -> !differ(fastest, it)).toList());
            groups.add(group);
            remaining.removeAll(group.members());
        }
        return groups;
    }
}
