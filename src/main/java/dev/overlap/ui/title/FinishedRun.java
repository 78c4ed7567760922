package dev.overlap.ui.title;

import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;

/** The numbers of a whole run, computed once when it has finished. Visits all of its trace. */
record FinishedRun(Statistics numbers, MachineLoad load) {

    static FinishedRun of(Trace trace) {
        return new FinishedRun(Statistics.of(trace, trace.wallNanos()), MachineLoad.of(trace));
    }
}
