package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.trace.TraceRecorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Records a program that is running, from the streams of its processes.
 *
 * <p>Events are held back for {@value #HELD_BACK_MILLIS} ms and put into order of time, since
 * processes and threads tell them a little late. The first task or request is time zero. When the
 * run is over, the notes of the trace say what is not in it.
 *
 * <p>Threads: safe for any. The thread that reads a connection calls its stream; one thread calls
 * {@link #tick} every few milliseconds and {@link #finish} at the end. No call blocks for longer
 * than it takes to write what is due. Memory is limited, whatever the program sends.
 */
public final class LiveRecording {

    static final long HELD_BACK_MILLIS = 50;
    private static final long HELD_BACK_NANOS = HELD_BACK_MILLIS * 1_000_000;

    private final RunWriter run;
    private final LongSupplier wallClock;
    private final EventOrder order = new EventOrder();
    private final Set<RecordingStream> open = new LinkedHashSet<>();
    private int streams;
    private long lastEventNanos = Long.MIN_VALUE;

    /**
     * Begins the record of a run.
     *
     * @param recorder whose trace has neither tasks nor begun
     */
    public LiveRecording(TraceRecorder recorder) {
        this(recorder, LiveRecording::wallNanos);
    }

    LiveRecording(TraceRecorder recorder, LongSupplier wallClock) {
        run = new RunWriter(recorder);
        this.wallClock = wallClock;
    }

    private static long wallNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    /**
     * Begins the stream of a process whose first line was read.
     *
     * @param hello the first line, whose token was found right
     * @param nanoTime when it was read
     */
    public synchronized RecordingStream open(Hello hello, long nanoTime) {
        StreamClock clock = StreamClock.of(hello, nanoTime, wallClock.getAsLong());
        RecordingStream stream = new RecordingStream(this, hello, clock);
        if (streams == RecordingLimits.MAX_STREAMS) {
            run.notes().tooManyStreams++;
            stream.ignore();
            return stream;
        }
        streams++;
        stream.begin(new StreamWriter(run, order, hello, stream.instant(hello.t(), nanoTime)));
        open.add(stream);
        return stream;
    }

    /** Writes what is due at an instant. */
    public synchronized void tick(long nanoTime) {
        order.runUntil(nanoTime - HELD_BACK_NANOS);
    }

    /** Notes that the user stops the program: its processes do not end by accident. */
    public synchronized void stop() {
        run.stop();
    }

    /** Ends the streams that are open, writes all, and ends the trace. */
    public synchronized void finish(long nanoTime) {
        List.copyOf(open).forEach(stream -> stream.closed(nanoTime));
        order.runUntil(Long.MAX_VALUE);
        run.finish(nanoTime);
    }

    /**
     * Returns the time from the first line of the first process to its first task, in nanoseconds,
     * or -1 before there is one.
     */
    public synchronized long startUpNanos() {
        return run.startUpNanos();
    }

    /** Returns when the last event was read, or {@link Long#MIN_VALUE} if there was none. */
    public synchronized long lastEventNanos() {
        return lastEventNanos;
    }

    /** Returns the first lines of the processes that have not ended. */
    public synchronized List<Hello> processes() {
        List<Hello> processes = new ArrayList<>();
        open.forEach(stream -> processes.add(stream.hello()));
        return processes;
    }

    RunNotes notes() {
        return run.notes();
    }

    RunWriter run() {
        return run;
    }

    /** Adds what a stream tells; returns false if there is too much of it. */
    boolean add(long nanos, long readNanos, Runnable action) {
        lastEventNanos = Math.max(lastEventNanos, readNanos);
        if (order.size() >= RecordingLimits.MAX_WAITING) {
            run.notes().tooMany++;
            return false;
        }
        order.add(nanos, action);
        return true;
    }

    /** Ends a stream after all that it has told. */
    void close(RecordingStream stream, long nanos, Runnable action) {
        if (open.remove(stream)) {
            order.add(nanos, action);
        }
    }
}
