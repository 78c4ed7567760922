package dev.overlap.comparison;

import dev.overlap.trace.Trace;

/**
 * One finished run of a comparison.
 *
 * @param trace finished
 * @param cpuNanos the CPU time of this program and the run's worker processes from time zero to the
 *     end, including the lab but not a window's drawing; in nanoseconds, or -1 if the operating
 *     system does not report it
 */
public record Measurement(Trace trace, long cpuNanos) {

    /** In nanoseconds. */
    public long wallNanos() {
        return trace.wallNanos();
    }
}
