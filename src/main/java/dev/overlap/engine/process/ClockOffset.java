package dev.overlap.engine.process;

import java.io.IOException;

/**
 * How the clock of another process stands to this one's. {@link System#nanoTime} has an origin of
 * its own in each Java machine; that some systems happen to share it is not relied upon.
 *
 * <p>A question is sent and an answer comes back. The other clock was read at some instant between,
 * taken to be the middle; the error is then at most half of the time between. Of several rounds the
 * fastest one counts. Both clocks are driven by the same hardware, so they do not drift apart.
 * Source: F. Cristian, Probabilistic clock synchronization, Distributed Computing 3 (1989).
 *
 * @param aheadNanos what the other clock reads at an instant, less what this one reads
 * @param errorNanos how wrong that may be, either way
 */
record ClockOffset(long aheadNanos, long errorNanos) {

    /** Enough for one of them to meet two processes that are both awake. */
    private static final int ROUNDS = 16;

    /** Reads the other clock, there and back. */
    @FunctionalInterface
    interface Question {
        long nanoTime() throws IOException;
    }

    /** Asks as often as it takes to be exact. */
    static ClockOffset align(Question other) throws IOException {
        ClockOffset best = ask(other);
        for (int round = 1; round < ROUNDS; round++) {
            ClockOffset next = ask(other);
            best = next.errorNanos < best.errorNanos ? next : best;
        }
        return best;
    }

    private static ClockOffset ask(Question other) throws IOException {
        long sent = System.nanoTime();
        long read = other.nanoTime();
        long half = (System.nanoTime() - sent) / 2;
        return new ClockOffset(read - (sent + half), half);
    }

    /** A reading of the other clock as this one would have read it. */
    long here(long otherNanoTime) {
        return otherNanoTime - aheadNanos;
    }

    /** A reading of this clock as the other one would have read it. */
    long there(long ownNanoTime) {
        return ownNanoTime + aheadNanos;
    }
}
