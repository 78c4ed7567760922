package dev.overlap.engine.process;

import java.io.IOException;

/**
 * The offset between the {@link System#nanoTime} clocks of another process and this one. Each JVM
 * may have an origin of its own.
 *
 * <p>The offset is measured by request and reply: the other clock is assumed to be read halfway
 * between, so the error is at most half of the round-trip time. The fastest of several rounds
 * counts. Both clocks are driven by the same hardware, so they do not drift. Source: F. Cristian,
 * Probabilistic clock synchronization, Distributed Computing 3 (1989).
 *
 * @param aheadNanos the reading of the other clock minus that of this one at the same instant
 * @param errorNanos the maximum error in either direction
 */
record ClockOffset(long aheadNanos, long errorNanos) {

    /** Enough for one round to find both processes awake. */
    private static final int ROUNDS = 16;

    /** Reads the other clock by request and reply. */
    @FunctionalInterface
    interface RemoteClock {
        long nanoTime() throws IOException;
    }

    /** Measures the offset in several rounds. */
    static ClockOffset align(RemoteClock remote) throws IOException {
        ClockOffset best = measure(remote);
        for (int round = 1; round < ROUNDS; round++) {
            ClockOffset next = measure(remote);
            best = next.errorNanos < best.errorNanos ? next : best;
        }
        return best;
    }

    private static ClockOffset measure(RemoteClock remote) throws IOException {
        long sent = System.nanoTime();
        long read = remote.nanoTime();
        long half = (System.nanoTime() - sent) / 2;
        return new ClockOffset(read - (sent + half), half);
    }

    /** Converts a reading of the other clock to this clock. */
    long here(long otherNanoTime) {
        return otherNanoTime - aheadNanos;
    }

    /** Converts a reading of this clock to the other clock. */
    long there(long ownNanoTime) {
        return ownNanoTime + aheadNanos;
    }
}
