package dev.overlap.protocol.recording;

import dev.overlap.protocol.EventParser;
import dev.overlap.protocol.InvalidEventException;
import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Bye;
import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.ProtocolEvent.Slice;
import dev.overlap.protocol.ProtocolEvent.TaskEnd;
import dev.overlap.protocol.ProtocolEvent.Watermark;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * The stream of one process of a program that is being recorded. Lines that are no events are
 * counted and left out; of a process that tells too much in too short a time, the rest is.
 *
 * <p>Threads: one at a time, that which reads the connection.
 */
public final class RecordingStream {

    private static final long SECOND = 1_000_000_000;

    /**
     * An emitter that tells watermarks is waited for so long when it is late: its process may not
     * have had a processor.
     */
    private static final long MAX_LATE_NANOS = 50_000_000;

    /** Others tell what happened within 20 ms, by the protocol. */
    private static final long MAX_UNMARKED_NANOS = 30_000_000;

    private final LiveWindow window;
    private final Hello hello;
    private final StreamClock clock;
    private final EventParser parser = new EventParser();
    private @Nullable StreamWriter writer;
    private long latestNanos = Long.MIN_VALUE;
    private long watermarkNanos = Long.MIN_VALUE;
    private long secondNanos = Long.MIN_VALUE;
    private int eventsInSecond;
    private boolean isClosed;

    RecordingStream(LiveWindow window, Hello hello, StreamClock clock) {
        this.window = window;
        this.hello = hello;
        this.clock = clock;
    }

    /** Returns the first line of the stream. */
    public Hello hello() {
        return hello;
    }

    /** Returns whether its connection is closed. */
    boolean isClosed() {
        return isClosed;
    }

    /** Begins to write; until then all that it tells is ignored. */
    void begin(long nanoTime) {
        long begun = instant(hello.t(), nanoTime);
        writer = new StreamWriter(window.run(), window.order(), hello, begun);
        if (!clock.isSame()) {
            window.notes().add(RecordingText.ownClock(hello.pid()));
        }
    }

    /**
     * Returns an instant of the stream as one of this process; nothing happens after it is read.
     */
    private long instant(long t, long readNanos) {
        return Math.min(clock.nanoTime(t), readNanos);
    }

    /**
     * Takes a line.
     *
     * @param line UTF-8, without its end
     * @param nanoTime when it was read
     */
    public void line(byte[] line, long nanoTime) {
        try {
            take(parser.parse(line), nanoTime);
        } catch (InvalidEventException e) {
            synchronized (window) {
                window.notes().addFault(e.sentence());
            }
        }
    }

    private void take(ProtocolEvent event, long nanoTime) {
        synchronized (window) {
            StreamWriter to = writer;
            if (isClosed || to == null || !isNear(event) || isTooFast(event, nanoTime)) {
                return;
            }
            if (event instanceof Clock told) {
                clock.adjust(told);
            }
            long nanos = instant(event.t(), nanoTime);
            if (event instanceof Watermark) {
                watermarkNanos = Math.max(watermarkNanos, nanos);
                return;
            }
            ProtocolEvent past = past(event, nanoTime - nanos);
            if (window.add(nanos, lifeSign(event, nanoTime), () -> to.write(past, nanos))) {
                latestNanos = Math.max(latestNanos, nanos);
            }
        }
    }

    /** Returns up to when it has told all, or need not be waited for any more. */
    long completeUntil(long nanoTime) {
        return watermarkNanos == Long.MIN_VALUE
                ? nanoTime - MAX_UNMARKED_NANOS
                : Math.max(watermarkNanos, nanoTime - MAX_LATE_NANOS);
    }

    /** The clock is told every ten seconds, even by a program in which nothing goes on. */
    private static long lifeSign(ProtocolEvent event, long nanoTime) {
        return event instanceof Clock ? LiveWindow.NO_EVENT : nanoTime;
    }

    /** A slice has ended when it is told. */
    private static ProtocolEvent past(ProtocolEvent event, long age) {
        return event instanceof Slice it && it.duration() > age
                ? new Slice(it.t(), it.worker(), age, it.task(), it.cpu(), it.what())
                : event;
    }

    private boolean isNear(ProtocolEvent event) {
        boolean isNear = Math.abs(event.t() - hello.t()) <= RecordingLimits.MAX_NANOS;
        window.notes().misplaced += isNear ? 0 : 1;
        return isNear;
    }

    /** Ends are always taken: without them, all that follows would be wrong. */
    private boolean isTooFast(ProtocolEvent event, long nanoTime) {
        if (nanoTime - secondNanos >= SECOND || secondNanos == Long.MIN_VALUE) {
            secondNanos = nanoTime;
            eventsInSecond = 0;
        }
        eventsInSecond++;
        boolean isTooFast = eventsInSecond > RecordingLimits.MAX_EVENTS_PER_SECOND;
        if (!isTooFast || event instanceof TaskEnd || event instanceof Bye) {
            return false;
        }
        window.notes().tooMany++;
        return true;
    }

    /**
     * Takes notice that the connection is closed; repeats are ignored.
     *
     * @param nanoTime when that was noticed
     */
    public void closed(long nanoTime) {
        synchronized (window) {
            StreamWriter to = writer;
            if (isClosed || to == null) {
                return;
            }
            isClosed = true;
            long nanos = Math.max(latestNanos, nanoTime);
            window.order().add(nanos, () -> end(to, nanoTime));
        }
    }

    private void end(StreamWriter to, long nanoTime) {
        boolean isWanted = window.run().isStopped() || window.run().isKilled(hello.pid());
        boolean isExpected = to.hasSaidBye() || isWanted;
        if (isExpected) {
            to.close(new Outcome.Cancelled(), to.hasSaidBye() ? to.latestNanos() : nanoTime);
        } else {
            window.notes().killed++;
            String sentence = RecordingText.killed(hello.pid());
            to.close(new Outcome.Failed(FailureKind.WORKER_DIED, sentence), nanoTime);
        }
    }
}
