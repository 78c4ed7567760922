package dev.overlap.engine.process;

import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

/**
 * An event that a worker process sends to its run as it happens. Instants are readings of the
 * process's own clock, except within an exchange, where they count from time zero.
 */
public sealed interface WorkerEvent {

    /** The process is prepared and warmed up. */
    record Prepared() implements WorkerEvent {}

    /** A reading of the clock: the answer to {@link WorkerCommand.Ping}. */
    record Clock(long nanoTime) implements WorkerEvent {}

    record Entered(int task, Phase phase, long nanoTime) implements WorkerEvent {}

    /** The task asks for a connection under this limit. */
    record Leasing(int task, ConnectionLimit limit) implements WorkerEvent {}

    /**
     * The task waits for a {@link WorkerCommand.Lease}, since the limit applies to all processes
     * together.
     */
    record Asking(int task, ConnectionLimit limit) implements WorkerEvent {}

    record Exchanged(int task, Exchange exchange) implements WorkerEvent {}

    /** The CPU time that the task has used so far. */
    record Computed(int task, long cpuNanos) implements WorkerEvent {}

    /** A thread of the process helps without running steps of tasks. */
    record Helped(String name) implements WorkerEvent {}

    record Ended(int task, Outcome outcome, long nanoTime) implements WorkerEvent {}
}
