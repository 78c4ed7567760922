package dev.overlap.comparison;

import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.StartupCost;

/**
 * One finished run of a comparison.
 *
 * @param trace finished
 * @param cpuNanos the CPU time of this program and the run's worker processes from time zero to the
 *     end, including the lab but not a window's drawing; in nanoseconds, or -1 if the operating
 *     system does not report it
 * @param leftOutNanos what is left out of its wall time, at the begin; in nanoseconds, 0 for
 *     nothing
 * @param load what a busy machine did to it
 */
public record Measurement(Trace trace, long cpuNanos, long leftOutNanos, MachineLoad load) {

    /** Creates a measurement of the whole run. Visits every exchange. */
    public Measurement(Trace trace, long cpuNanos) {
        this(trace, cpuNanos, 0, MachineLoad.of(trace));
    }

    /** The wall time, in nanoseconds, without what is left out. */
    public long wallNanos() {
        return trace.wallNanos() - leftOutNanos;
    }

    /** Returns the same run without the start-up of its workers. Visits every task. */
    Measurement withoutStartUp() {
        long startUp = StartupCost.nanosOf(trace, trace.horizonNanos());
        return new Measurement(trace, cpuNanos, startUp, load);
    }
}
