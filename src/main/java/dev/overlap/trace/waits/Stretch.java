package dev.overlap.trace.waits;

/**
 * The interval of one phase up to the instant of the analysis, in nanoseconds since time zero.
 *
 * @param over whether the phase had ended by that instant
 */
public record Stretch(long begin, long end, boolean over) {

    /** The shortest wait whose cause is worth naming: a millisecond. */
    public static final long MIN_WAIT_NANOS = 1_000_000;

    long nanos() {
        return end - begin;
    }

    boolean isWorthACause() {
        return nanos() >= MIN_WAIT_NANOS;
    }
}
