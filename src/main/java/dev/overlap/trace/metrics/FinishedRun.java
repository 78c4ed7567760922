package dev.overlap.trace.metrics;

import dev.overlap.trace.Trace;

/** The numbers of a whole run, computed once when it has finished. Visits all of its trace. */
public record FinishedRun(Statistics numbers, MachineLoad load) {

    public static FinishedRun of(Trace trace) {
        return new FinishedRun(Statistics.of(trace, trace.wallNanos()), MachineLoad.of(trace));
    }
}
