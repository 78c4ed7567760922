package dev.overlap.trace.waits;

import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A wait of a task and its cause. All times in nanoseconds.
 *
 * <p>{@code over} says whether the wait had ended by the instant of the analysis. Tasks and workers
 * are indices within the trace.
 */
public sealed interface Wait {

    /** Returns how long the task waited, up to the instant of the analysis. */
    long nanos();

    boolean over();

    /** A task that kept a loop busy, and for how long; -1 for what the loop did for no task. */
    record Holder(int task, long nanos) {}

    /**
     * Waiting for a worker while all were busy.
     *
     * @param workers the number of workers
     * @param worker the worker that then took the task, or -1 if none has yet
     * @param tasks the number of tasks that this worker executed in the meantime
     * @param lastTask the last of them, or -1
     * @param freeNanos when this worker became free, since time zero
     */
    record ForWorker(
            long nanos,
            boolean over,
            int workers,
            int worker,
            int tasks,
            int lastTask,
            long freeNanos)
            implements Wait {}

    /**
     * Waiting for its worker, or any worker, to start up.
     *
     * @param worker the worker that then took the task, or -1 if it is still starting
     */
    record ForStartUp(long nanos, boolean over, int worker) implements Wait {}

    /**
     * Waiting because the limit on concurrent tasks was reached.
     *
     * @param most the limit
     * @param lastTask the task whose end let this one start, or -1 if none has yet
     */
    record ForPlace(long nanos, boolean over, int most, int lastTask) implements Wait {}

    /**
     * Waiting to be dispatched although a worker was free.
     *
     * @param toHelper whether a loop handed the task to a helper thread
     */
    record ForHandingOver(long nanos, boolean over, boolean toHelper) implements Wait {}

    /**
     * Waiting for the interpreter lock: all waits of a task in one, since the lock changes hands
     * often.
     *
     * @param over false while the task is waiting again
     * @param times how often it waited
     */
    record ForLock(long nanos, boolean over, int times) implements Wait {}

    /**
     * Waiting for the loop to run it.
     *
     * @param again whether the task had been worked on before, so that the loop is to process a
     *     result
     * @param holders what kept the loop busy in the meantime, the longest first; may be empty
     */
    record ForLoop(long nanos, boolean over, boolean again, List<Holder> holders) implements Wait {
        public ForLoop {
            holders = List.copyOf(holders);
        }

        /** Returns how long all holders together kept the loop busy. */
        public long heldNanos() {
            return Wait.sum(holders);
        }
    }

    /**
     * Waiting for the loop to process an event: a reply, a connection, a step of a handshake. The
     * event may have arrived at any time before.
     *
     * @param during the phase that ended when the loop processed the event
     * @param nanos how long the loop was busy without a gap before
     * @param holders what kept it busy, the longest first; never empty
     * @param freeNanos when it processed the event, since time zero
     */
    record ForLook(Phase during, long nanos, List<Holder> holders, long freeNanos) implements Wait {

        /** Returns true: such a wait is known only when it is over. */
        @Override
        public boolean over() {
            return true;
        }

        public ForLook {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Waiting for a connection.
     *
     * @param limit the limit of the host, or null if the trace does not say
     * @param bound the limit that was reached
     * @param connection the connection that the task got, or empty
     * @param lastTask the task that used or freed the connection before, or -1 if unknown
     * @param reused whether that task had used the same connection
     */
    record ForConnection(
            long nanos,
            boolean over,
            @Nullable ConnectionLimit limit,
            Bound bound,
            String connection,
            int lastTask,
            boolean reused)
            implements Wait {}

    /**
     * Waiting for a lock, a permit, an item of a queue or room in it.
     *
     * @param granted whether the task got it, now or later
     * @param resource its index
     * @param heldBy the tasks that held it when the task asked; empty for a queue
     * @param ahead how many tasks that waited for the same were ahead of it when it asked
     */
    record ForResource(
            long nanos,
            boolean over,
            boolean granted,
            int resource,
            ResourceTrack.Purpose purpose,
            List<Integer> heldBy,
            int ahead)
            implements Wait {
        public ForResource {
            heldBy = List.copyOf(heldBy);
        }
    }

    /** Waiting for its thread or process to go on, after it got what it had waited for. */
    record ForResumption(long nanos, boolean over) implements Wait {}

    /** The limit that a task waited for. */
    enum Bound {
        /** The limit of connections to one host. */
        HOST,
        /** The limit of all connections. */
        TOTAL,
        /** The trace does not say. */
        UNKNOWN
    }

    private static long sum(List<Holder> holders) {
        return holders.stream().mapToLong(Holder::nanos).sum();
    }
}
