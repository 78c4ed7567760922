package dev.overlap.comparison;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What all runs of a comparison say together, by the rule of {@link WallTimeRange}.
 *
 * <p><b>Groups.</b> A group is built around its fastest member: all that do not differ clearly from
 * <em>it</em> belong to it, and the fastest of the rest leads the next one.
 *
 * <p><b>Failures.</b> A run that fails early is not fast. A task is left <em>undone</em> if it
 * failed or was cancelled; only those variants are ranked whose worst run left no more tasks undone
 * than the worst run of the best one.
 *
 * <p>Pure arithmetic on a snapshot; costs a look at the outcome of every task.
 *
 * @param groups the ranked variants, the fastest group first, in each the fastest first
 * @param oneByOne the measured variant that ran one task after another; null unless it is ranked
 * @param failing those that are not ranked, because tasks failed in them that others did
 * @param unmeasured those of which no run has finished
 * @param undone how many tasks were left undone in the worst run of each ranked variant
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

        /** Whether no two members differ clearly; of the fastest and any other, that is given. */
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

    /** Draws it from what was measured so far. */
    public static Conclusion of(Comparison comparison) {
        List<VariantResult> measured =
                comparison.entries().stream().filter(VariantResult::isMeasured).toList();
        int least = VariantResult.leastUndone(measured);
        List<VariantResult> ranked = measured.stream().filter(it -> it.undone() == least).toList();
        VariantResult oneByOne = comparison.oneByOne();
        return new Conclusion(
                groups(ranked),
                oneByOne != null && ranked.contains(oneByOne) ? oneByOne : null,
                measured.stream().filter(it -> it.undone() > least).toList(),
                comparison.entries().stream().filter(it -> !it.isMeasured()).toList(),
                least);
    }

    /** All ranked variants, the fastest first. */
    public List<VariantResult> ranked() {
        return groups.stream().flatMap(group -> group.members().stream()).toList();
    }

    /** The ranked variants but itself that do not differ clearly from one task after another. */
    public List<VariantResult> likeOneByOne() {
        return beside((it, sequential) -> !it.equals(sequential) && !differ(it, sequential));
    }

    /** The ranked variants that are clearly slower than one task after another. */
    public List<VariantResult> slowerThanOneByOne() {
        return beside((it, sequential) -> isFaster(sequential, it));
    }

    /** The ranked variants that are clearly faster than one task after another. */
    public List<VariantResult> fasterThanOneByOne() {
        return beside((it, sequential) -> isFaster(it, sequential));
    }

    /** Those that pass a test beside one task after another; none where that is not ranked. */
    private List<VariantResult> beside(BiPredicate<VariantResult, VariantResult> test) {
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
        List<VariantResult> left = new ArrayList<>(ranked);
        left.sort(Comparator.comparingLong(VariantResult::medianNanos));
        List<Group> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            VariantResult fastest = left.getFirst();
            Group group = new Group(left.stream().filter(it -> !differ(fastest, it)).toList());
            groups.add(group);
            left.removeAll(group.members());
        }
        return groups;
    }
}
