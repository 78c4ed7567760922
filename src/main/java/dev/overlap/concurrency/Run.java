package dev.overlap.concurrency;

import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import java.util.concurrent.CompletionStage;

/**
 * One execution of a plan. Its trace can be read from the start.
 *
 * <p>Threads: every method may be called from any thread, and none blocks.
 */
public interface Run {

    Plan plan();

    Trace trace();

    /**
     * Returns the CPU time in nanoseconds that this program and the run's worker processes used
     * from time zero to the end of the run, including the lab but not the drawing of a window. -1
     * until the run is done, or if the system does not report it.
     */
    default long cpuNanos() {
        return -1;
    }

    /**
     * Cancels the run: every task that has not ended ends as cancelled, within 200 ms. A no-op for
     * a finished run.
     */
    void cancel();

    /**
     * Returns a stage that completes when every task has ended and no thread or connection of the
     * run is left. It completes exceptionally only because of a fault in Overlap itself; the trace
     * is finished all the same.
     */
    CompletionStage<Void> done();
}
