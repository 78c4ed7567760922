package dev.overlap.foreign.chrometrace;

import java.util.Comparator;

/**
 * What went on from one instant to another.
 *
 * @param endNanos {@link #NEVER} if its end is not told
 * @param name its index among the names of the file
 * @param isOpen whether its end is only that of the trace
 */
record Span(long beginNanos, long endNanos, int name, boolean isOpen) {

    static final long NEVER = Long.MAX_VALUE;

    /** The most that a trace may take, in nanoseconds: a year. */
    static final long MAX_NANOS = 1L << 55;

    /** What holds another comes before it. */
    static final Comparator<Span> OUTER_FIRST =
            Comparator.comparingLong(Span::beginNanos)
                    .thenComparing(Comparator.comparingLong(Span::endNanos).reversed());

    static Span of(long beginNanos, long endNanos, int name) {
        return new Span(beginNanos, endNanos, name, endNanos == NEVER);
    }

    /** Returns the same, ended at an instant if its end is not told. */
    Span endedBy(long nanos) {
        return endNanos == NEVER ? new Span(beginNanos, nanos, name, true) : this;
    }

    Span beginningAt(long nanos) {
        return new Span(nanos, endNanos, name, isOpen);
    }

    /** Returns the last instant that is told of it. */
    long lastNanos() {
        return endNanos == NEVER ? beginNanos : endNanos;
    }

    long nanos() {
        return endNanos - beginNanos;
    }
}
