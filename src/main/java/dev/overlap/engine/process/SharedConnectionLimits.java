package dev.overlap.engine.process;

import dev.overlap.trace.ConnectionLimit;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The limits of connections, where they hold for several processes together. Each process has a
 * pool of its own, which cannot know of the others: so it asks for a slot before it asks its pool.
 *
 * <p>Limit: counted are connections that a task uses. Those that rest in the pool of a process,
 * until its next task, are not.
 *
 * <p>Threads: safe for all; {@link #take} waits.
 */
final class SharedConnectionLimits {

    /** How often one that waits looks whether it has been stopped. */
    private static final long LOOK_MILLIS = 20;

    private final Map<String, Integer> usedOf = new HashMap<>();
    private int used;

    /** A connection that may be used. */
    final class Reservation implements AutoCloseable {

        private final String host;

        private Reservation(String host) {
            this.host = host;
        }

        /** Gives it back. */
        @Override
        public void close() {
            giveBack(host);
        }
    }

    /** Waits for a slot; null if that is not wanted any more. */
    synchronized @Nullable Reservation take(ConnectionLimit limit, BooleanSupplier stopped)
            throws InterruptedException {
        while (!isFree(limit)) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            wait(LOOK_MILLIS);
        }
        used++;
        usedOf.merge(limit.host(), 1, Integer::sum);
        return new Reservation(limit.host());
    }

    private boolean isFree(ConnectionLimit limit) {
        boolean inAll = limit.total() == 0 || used < limit.total();
        return inAll && usedOf.getOrDefault(limit.host(), 0) < limit.most();
    }

    private synchronized void giveBack(String host) {
        used--;
        usedOf.merge(host, -1, Integer::sum);
        notifyAll();
    }
}
