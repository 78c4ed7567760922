package dev.overlap.comparison;

import java.util.Comparator;
import java.util.List;

/** How the variants of a comparison are sorted. */
public enum SortOrder {
    /** The fastest first; those that were not measured yet come last, in the order of the list. */
    WALL(
            Comparator.comparingLong(
                    variantResult ->
                            variantResult.medianNanos() < 0
                                    ? Long.MAX_VALUE
                                    : variantResult.medianNanos())),
    /** As they were chosen. */
    LIST((_, _) -> 0),
    NAME(Comparator.comparing(variantResult -> variantResult.variant().name()));

    @SuppressWarnings("ImmutableEnumChecker") // comparators without state
    private final Comparator<VariantResult> comparator;

    SortOrder(Comparator<VariantResult> comparator) {
        this.comparator = comparator;
    }

    /** The entries of a comparison in this order. */
    public List<VariantResult> of(Comparison comparison) {
        return comparison.entries().stream().sorted(comparator).toList();
    }
}
