package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.protocol.ProtocolEvent.Hello;

/**
 * Converts the clock of a stream to {@link System#nanoTime()} of this process.
 *
 * <p>On Linux, macOS and Windows most runtimes read the same monotonic clock of the system. That it
 * is the same is taken from the first line: read as such, it is not older than a second. Otherwise
 * the clocks on the wall connect the two, as exactly as they are read; then each later {@code
 * clock} that differs by more than both uncertainties sets the offset anew, since a clock that
 * stands still while the machine sleeps falls behind.
 */
final class StreamClock {

    private static final long MAX_AGE_NANOS = 1_000_000_000;

    /** How exactly the clock on the wall is read at the least, in nanoseconds. */
    private static final long LEAST_UNCERTAINTY_NANOS = 1_000_000;

    private final boolean isSame;
    private long offset;
    private long toWall;
    private long uncertainty;

    private StreamClock(boolean isSame, long offset, long toWall, long uncertainty) {
        this.isSame = isSame;
        this.offset = offset;
        this.toWall = toWall;
        this.uncertainty = uncertainty;
    }

    /** Returns the clock of a stream that is the only one: it is converted to itself. */
    static StreamClock alone() {
        return new StreamClock(true, 0, 0, 0);
    }

    /**
     * Returns the clock of a live stream.
     *
     * @param nanoTime when its first line was read
     * @param wallNanos the Unix time at that instant
     */
    static StreamClock of(Hello hello, long nanoTime, long wallNanos) {
        long age = nanoTime - hello.t();
        if (age >= 0 && age <= MAX_AGE_NANOS) {
            return new StreamClock(true, 0, 0, 0);
        }
        long toWall = wallNanos - nanoTime;
        long offset = hello.wall() - toWall - hello.t();
        return new StreamClock(false, offset, toWall, uncertainty(hello.uncertainty()));
    }

    private static long uncertainty(long told) {
        return Math.max(LEAST_UNCERTAINTY_NANOS, told);
    }

    /** Returns whether the stream reads the clock that this process reads. */
    boolean isSame() {
        return isSame;
    }

    /** Takes notice of a later comparison with the clock on the wall. */
    void adjust(Clock clock) {
        long next = clock.wall() - toWall - clock.t();
        long nextUncertainty = uncertainty(clock.uncertainty());
        long difference = next - offset;
        if (!isSame && Math.abs(difference) > uncertainty + nextUncertainty) {
            offset = next;
            uncertainty = nextUncertainty;
        }
    }

    /** Returns an instant of the stream as one of this process. */
    long nanoTime(long t) {
        return t + offset;
    }
}
