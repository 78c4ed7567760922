package dev.overlap.trace.waits;

/**
 * The time of one phase, as far as it is looked at; in nanoseconds since time zero.
 *
 * @param over whether the phase had ended by then
 */
public record Stretch(long begin, long end, boolean over) {

    /** The shortest wait that has a cause worth naming: a millisecond. */
    public static final long WORTH_NANOS = 1_000_000;

    long nanos() {
        return end - begin;
    }

    boolean isWorthACause() {
        return nanos() >= WORTH_NANOS;
    }
}
