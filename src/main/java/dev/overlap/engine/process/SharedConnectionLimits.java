package dev.overlap.engine.process;

import dev.overlap.trace.ConnectionLimit;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Enforces connection limits over several processes. Each process has a connection pool of its own,
 * which does not know the others, so it reserves a connection here before it asks its pool.
 *
 * <p>Limits: only connections in use by a task are counted, not idle ones in the pool of a process.
 *
 * <p>Threads: safe for any; {@link #reserve} blocks.
 */
final class SharedConnectionLimits {

    /** The interval at which a waiting thread checks whether its task was stopped. */
    private static final long CHECK_MILLIS = 20;

    private final Map<String, Integer> usedByHost = new HashMap<>();
    private int used;

    /** The right to use one connection. */
    final class Reservation implements AutoCloseable {

        private final String host;

        private Reservation(String host) {
            this.host = host;
        }

        @Override
        public void close() {
            release(host);
        }
    }

    /** Waits for a connection within the limits; returns null if the task was stopped. */
    synchronized @Nullable Reservation reserve(ConnectionLimit limit, BooleanSupplier stopped)
            throws InterruptedException {
        while (!isFree(limit)) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            wait(CHECK_MILLIS);
        }
        used++;
        usedByHost.merge(limit.host(), 1, Integer::sum);
        return new Reservation(limit.host());
    }

    private boolean isFree(ConnectionLimit limit) {
        boolean withinTotal = limit.total() == 0 || used < limit.total();
        return withinTotal && usedByHost.getOrDefault(limit.host(), 0) < limit.most();
    }

    private synchronized void release(String host) {
        used--;
        usedByHost.merge(host, -1, Integer::sum);
        notifyAll();
    }
}
