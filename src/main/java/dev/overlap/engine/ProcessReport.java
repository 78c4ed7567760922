package dev.overlap.engine;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Limit;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

/**
 * What a worker process tells its run, as it happens. Instants are readings of the process's own
 * clock, but for those inside of an exchange, which count from time zero.
 */
sealed interface ProcessReport {

    /** Everything is ready, and the code has been run. */
    record Prepared() implements ProcessReport {}

    /** What the clock says: the answer to {@link ProcessOrder.Ping}. */
    record Clock(long nanoTime) implements ProcessReport {}

    record Entered(int task, Phase phase, long nanoTime) implements ProcessReport {}

    /** The task asks for a connection within this limit. */
    record Leasing(int task, Limit limit) implements ProcessReport {}

    /**
     * The task waits for a {@link ProcessOrder.Lease}, because the limit holds for all processes
     * together.
     */
    record Asking(int task, Limit limit) implements ProcessReport {}

    record Exchanged(int task, Exchange exchange) implements ProcessReport {}

    /** The task has used so much CPU time. */
    record Computed(int task, long cpuNanos) implements ProcessReport {}

    /** A thread there helps without running tasks' steps. */
    record Helped(String name) implements ProcessReport {}

    record Ended(int task, Outcome outcome, long nanoTime) implements ProcessReport {}
}
