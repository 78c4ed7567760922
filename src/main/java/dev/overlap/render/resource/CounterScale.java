package dev.overlap.render.resource;

import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.ResourceTrack.Access;

import java.util.List;

/** The vertical scale of a counter's row: from 0 to the highest value. */
final class CounterScale {

    private static final double BELOW = 6;

    /** Leaves room for the value of the highest mark. */
    private static final double ABOVE = 16;

    private final VerticalSpan span;
    private final long highest;

    CounterScale(List<Access> accesses, VerticalSpan span) {
        this.span = span;
        this.highest = Math.max(1, accesses.stream().mapToLong(Access::value).max().orElse(0));
    }

    double y(long value) {
        double height = span.height() - ABOVE - BELOW;
        return span.bottom() - BELOW - height * value / highest;
    }
}
