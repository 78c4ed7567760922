package dev.overlap.engine.process;

import dev.overlap.engine.resource.Claim;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

/**
 * An event that a worker process sends to its run as it happens. Instants are readings of the
 * process's own clock, except within an exchange or an attempt, where they count from time zero.
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

    /** An attempt to open a connection begins, or has ended. */
    record Attempted(int task, ConnectAttempt attempt) implements WorkerEvent {}

    /** The CPU time that the task has used so far. */
    record Computed(int task, long cpuNanos) implements WorkerEvent {}

    /** A thread of the process helps without running steps of tasks. */
    record Helped(String name) implements WorkerEvent {}

    /** The task asks for a shared resource, and waits for a {@link WorkerCommand.Grant}. */
    record Claimed(int task, Claim claim, long nanoTime) implements WorkerEvent {}

    /** The task gives back a lock or permit. */
    record Released(int task, String resource) implements WorkerEvent {}

    /** The task has read or written the process's own copy of a counter. */
    record Accessed(int task, String counter, boolean isWrite, long value, long nanoTime)
            implements WorkerEvent {}

    /** The totals of the process's own copy of a counter. */
    record Counted(int task, String counter, long increments, long value) implements WorkerEvent {}

    /** The task begins or ends one of its steps. */
    record Stepped(int task, int step, boolean ends, long nanoTime) implements WorkerEvent {}

    record Ended(int task, Outcome outcome, long nanoTime) implements WorkerEvent {}
}
