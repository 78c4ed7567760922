package dev.overlap.concurrency;

import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import java.util.concurrent.CompletionStage;

/**
 * One execution of one plan. Its trace can be read from the first moment on.
 *
 * <p>Threads: every method may be called from any thread, and none of them waits.
 */
public interface Run {

    Plan plan();

    Trace trace();

    /**
     * The processor time that this program and the run's worker processes used from time zero to
     * the end of the run; the lab's share is in it, that of a window which draws is not; in
     * nanoseconds. -1 until the run is done, and where the system does not tell.
     */
    default long cpuNanos() {
        return -1;
    }

    /**
     * Stops everything: every task that has not ended ends as cancelled, within 200 ms. Does
     * nothing to a finished run.
     */
    void cancel();

    /**
     * Completes when every task has ended and nothing of the run is left: no thread, no connection.
     * Completes exceptionally only by a fault of Overlap itself; the trace is finished all the
     * same.
     */
    CompletionStage<Void> done();
}
