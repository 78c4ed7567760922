package dev.overlap.comparison;

import java.util.Comparator;
import java.util.List;

/** The sort order of the variants of a comparison. */
public enum SortOrder {
    /**
     * The fastest first; unmeasured ones last, in list order. While results are added, all are in
     * list order, so that nothing moves while people watch.
     */
    WALL(
            Comparator.comparingLong(
                    variantResult ->
                            variantResult.medianNanos() < 0
                                    ? Long.MAX_VALUE
                                    : variantResult.medianNanos())),
    /** In order of selection. */
    LIST((_, _) -> 0),
    NAME(Comparator.comparing(variantResult -> variantResult.variant().name()));

    @SuppressWarnings("ImmutableEnumChecker") // comparators without state
    private final Comparator<VariantResult> comparator;

    SortOrder(Comparator<VariantResult> comparator) {
        this.comparator = comparator;
    }

    /** Returns the variants of a comparison in this order. */
    public List<VariantResult> of(Comparison comparison) {
        if (this == WALL && comparison.isGoing()) {
            return comparison.entries();
        }
        return comparison.entries().stream().sorted(comparator).toList();
    }
}
