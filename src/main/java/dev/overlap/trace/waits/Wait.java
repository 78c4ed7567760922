package dev.overlap.trace.waits;

import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One wait of a task for its turn, and what held it up. All times in nanoseconds.
 *
 * <p>{@code over} says whether the wait had come to its end by the instant that was asked for. A
 * task is named by its index, a worker by its index, both within the trace.
 */
public sealed interface Wait {

    /** How long it waited, up to the instant that was asked for. */
    long nanos();

    boolean over();

    /** A task that held a loop, and for how long; -1 for what the loop did for no task. */
    record Holder(int task, long nanos) {}

    /**
     * For a worker, all being busy.
     *
     * @param workers how many there are
     * @param worker the one that was free first and took the task, or -1 where none did
     * @param tasks how many that one had carried in the meantime
     * @param lastTask the last of them, or -1
     * @param freeNanos when it was free, since time zero
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
     * For its worker, or any, to start up.
     *
     * @param worker the one that carried it then, or -1 where it is still on its way
     */
    record ForStartUp(long nanos, boolean over, int worker) implements Wait {}

    /**
     * For one of the places of tasks that may go on at once, all being taken.
     *
     * @param most how many places there are
     * @param lastTask the task whose end made room, or -1 where none did yet
     */
    record ForPlace(long nanos, boolean over, int most, int lastTask) implements Wait {}

    /**
     * For being handed over, although no worker was busy.
     *
     * @param toHelper whether a loop had come to it before, and handed it on to a helper thread
     */
    record ForHandingOver(long nanos, boolean over, boolean toHelper) implements Wait {}

    /**
     * For the interpreter lock: all waits of a task together, as it gives the lock back and forth.
     *
     * @param over false while it waits once more
     * @param times how often it waited
     */
    record ForLock(long nanos, boolean over, int times) implements Wait {}

    /**
     * For the loop to run it.
     *
     * @param again whether it had been worked on before: the loop is to take what came of that
     * @param holders who held the loop in the meantime, the longest first; may be empty
     */
    record ForLoop(long nanos, boolean over, boolean again, List<Holder> holders) implements Wait {
        public ForLoop {
            holders = List.copyOf(holders);
        }

        /** How long all of them together held the loop. */
        public long heldNanos() {
            return Wait.sum(holders);
        }
    }

    /**
     * For the loop to look at what a phase was waiting for: a reply, a connection, the other side
     * of a handshake. It may have come any time before that.
     *
     * @param during the phase that ended when the loop looked
     * @param nanos how long the loop was held without a gap before it looked
     * @param holders who held it, the longest first; never empty
     * @param freeNanos when it was free to look, since time zero
     */
    record ForLook(Phase during, long nanos, List<Holder> holders, long freeNanos) implements Wait {

        /** It is known only when it is over. */
        @Override
        public boolean over() {
            return true;
        }

        public ForLook {
            holders = List.copyOf(holders);
        }
    }

    /**
     * For a connection.
     *
     * @param limit of the host, or null where the trace does not tell
     * @param bound which limit was reached
     * @param connection the one that it got, or empty
     * @param lastTask the task whose end made room, or -1 where it is not known
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

    /** Which limit kept a task from a connection. */
    enum Bound {
        /** As many were in use to this host as may be. */
        HOST,
        /** As many were in use in all as may be. */
        TOTAL,
        /** The trace does not tell. */
        UNKNOWN
    }

    private static long sum(List<Holder> holders) {
        return holders.stream().mapToLong(Holder::nanos).sum();
    }
}
