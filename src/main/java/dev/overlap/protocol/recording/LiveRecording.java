package dev.overlap.protocol.recording;

import dev.overlap.plan.Task;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.trace.TraceRecorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Records a program that is running, from the streams of its processes.
 *
 * <p>Processes and threads tell events a little late. So an event is held back until every process
 * has told by a watermark that nothing before it is missing, but at most for 50 ms; on one that
 * tells no watermarks it waits for 30 ms. What is due is put into order of time. The first task or
 * request is time zero. When the run is over, the notes of the trace say what is not in it.
 *
 * <p>Threads: safe for any. The thread that reads a connection calls its stream; one thread calls
 * {@link #tick} every few milliseconds and {@link #finish} at the end. No call blocks for longer
 * than it takes to write what is due. Memory is limited, whatever the program sends.
 */
public final class LiveRecording {

    /** A process that has just begun may not have been heard of. */
    private static final long MIN_HELD_NANOS = 5_000_000;

    private final LiveWindow window;
    private final LongSupplier wallClock;
    private final List<RecordingStream> open = new ArrayList<>();
    private int streams;

    /**
     * Begins the record of a run.
     *
     * @param recorder whose trace has neither tasks nor begun
     */
    public LiveRecording(TraceRecorder recorder) {
        this(recorder, LiveRecording::wallNanos);
    }

    LiveRecording(TraceRecorder recorder, LongSupplier wallClock) {
        this(new RunWriter(recorder), wallClock);
    }

    private LiveRecording(RunWriter run, LongSupplier wallClock) {
        window = new LiveWindow(run);
        this.wallClock = wallClock;
    }

    /**
     * Begins the record of a program that Overlap has written for a list. Each of its tasks has a
     * row from the begin; a program tells what becomes of it under the id {@code line.} and its
     * index. Nothing else has a row.
     *
     * @param recorder whose trace has the tasks and has not begun
     */
    public static LiveRecording ofList(TraceRecorder recorder, List<Task> tasks) {
        return new LiveRecording(RunWriter.ofList(recorder, tasks), LiveRecording::wallNanos);
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
    public RecordingStream open(Hello hello, long nanoTime) {
        synchronized (window) {
            StreamClock clock = StreamClock.of(hello, nanoTime, wallClock.getAsLong());
            RecordingStream stream = new RecordingStream(window, hello, clock);
            if (streams == RecordingLimits.MAX_STREAMS) {
                window.notes().tooManyStreams++;
                return stream;
            }
            streams++;
            stream.begin(nanoTime);
            open.removeIf(RecordingStream::isClosed);
            open.add(stream);
            return stream;
        }
    }

    /** Writes what is due at an instant. */
    public void tick(long nanoTime) {
        synchronized (window) {
            long due = nanoTime - MIN_HELD_NANOS;
            for (RecordingStream stream : open) {
                due = stream.isClosed() ? due : Math.min(due, stream.completeUntil(nanoTime));
            }
            window.runUntil(due);
        }
    }

    /** Notes that the user stops the program: its processes do not end by accident. */
    public void stop() {
        synchronized (window) {
            window.run().stop();
        }
    }

    /** Ends the streams that are open, writes all, and ends the trace. */
    public void finish(long nanoTime) {
        synchronized (window) {
            open.forEach(stream -> stream.closed(nanoTime));
            window.runUntil(Long.MAX_VALUE);
            window.run().finish(nanoTime);
        }
    }

    /**
     * Returns the time from the first line of the first process to its first task, in nanoseconds,
     * or -1 before there is one.
     */
    public long startUpNanos() {
        synchronized (window) {
            return window.run().startUpNanos();
        }
    }

    /** Returns when the last event was read, or {@link Long#MIN_VALUE} if there was none. */
    public long lastEventNanos() {
        return window.lastEventNanos();
    }

    /** Returns the first lines of the processes whose connections are open. */
    public List<Hello> processes() {
        synchronized (window) {
            return open.stream()
                    .filter(stream -> !stream.isClosed())
                    .map(RecordingStream::hello)
                    .toList();
        }
    }
}
