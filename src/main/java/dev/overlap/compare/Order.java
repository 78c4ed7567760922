package dev.overlap.compare;

import java.util.Comparator;
import java.util.List;

/** How the variants of a comparison are sorted. */
public enum Order {
    /** The fastest first; those that were not measured yet come last, in the order of the list. */
    WALL(
            Comparator.comparingLong(
                    entry -> entry.medianNanos() < 0 ? Long.MAX_VALUE : entry.medianNanos())),
    /** As they were chosen. */
    LIST((_, _) -> 0),
    NAME(Comparator.comparing(entry -> entry.variant().name()));

    @SuppressWarnings("ImmutableEnumChecker") // comparators without state
    private final Comparator<Entry> comparator;

    Order(Comparator<Entry> comparator) {
        this.comparator = comparator;
    }

    /** The entries of a comparison in this order. */
    public List<Entry> of(Comparison comparison) {
        return comparison.entries().stream().sorted(comparator).toList();
    }
}
