package dev.overlap.comparison;

import dev.overlap.trace.Trace;

/**
 * One finished run of a comparison.
 *
 * @param trace finished
 * @param cpuNanos the processor time that this program and the run's worker processes used from
 *     time zero to the end; the lab's share is in it, that of a window which draws is not; in
 *     nanoseconds, or -1 where the system does not tell
 */
public record Measurement(Trace trace, long cpuNanos) {

    /** In nanoseconds. */
    public long wallNanos() {
        return trace.wallNanos();
    }
}
