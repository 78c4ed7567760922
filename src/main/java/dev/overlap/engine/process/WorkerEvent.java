package dev.overlap.engine.process;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

/**
 * What a worker process tells its run, as it happens. Instants are readings of the process's own
 * clock, but for those inside of an exchange or an attempt, which count from time zero.
 */
public sealed interface WorkerEvent {

    /** Everything is ready, and the code has been run. */
    record Prepared() implements WorkerEvent {}

    /** What the clock says: the answer to {@link WorkerCommand.Ping}. */
    record Clock(long nanoTime) implements WorkerEvent {}

    record Entered(int task, Phase phase, long nanoTime) implements WorkerEvent {}

    /** The task asks for a connection within this limit. */
    record Leasing(int task, ConnectionLimit limit) implements WorkerEvent {}

    /**
     * The task waits for a {@link WorkerCommand.Lease}, because the limit holds for all processes
     * together.
     */
    record Asking(int task, ConnectionLimit limit) implements WorkerEvent {}

    record Exchanged(int task, Exchange exchange) implements WorkerEvent {}

    /** An attempt to open a connection begins, or has ended. */
    record Attempted(int task, ConnectAttempt attempt) implements WorkerEvent {}

    /** The task has used so much CPU time. */
    record Computed(int task, long cpuNanos) implements WorkerEvent {}

    /** A thread there helps without running tasks' steps. */
    record Helped(String name) implements WorkerEvent {}

    record Ended(int task, Outcome outcome, long nanoTime) implements WorkerEvent {}
}
