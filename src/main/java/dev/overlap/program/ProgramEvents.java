package dev.overlap.program;

import dev.overlap.plan.Task;
import dev.overlap.protocol.EventParser;
import dev.overlap.protocol.InvalidEventException;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.recording.LiveRecording;
import dev.overlap.protocol.recording.RecordingStream;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The events of a program that is watched, as they become a trace.
 *
 * <p>Threads: the readers of the connections open and feed streams; one thread ticks; any may ask.
 */
final class ProgramEvents implements EventListener.Streams {

    private final TraceRecorder recorder;
    private final LiveRecording recording;
    private int opened; // guarded by this, as is the next
    private int open;

    private ProgramEvents(TraceRecorder recorder, LiveRecording recording) {
        this.recorder = recorder;
        this.recording = recording;
    }

    /** Returns the events of a program whose tasks are not known before. */
    static ProgramEvents ofAnyProgram() {
        TraceRecorder recorder =
                new TraceRecorder(
                        Trace.ofWatchedProgram(Runtime.getRuntime().availableProcessors()));
        return new ProgramEvents(recorder, new LiveRecording(recorder));
    }

    /** Returns the events of a program that does the tasks of a list. */
    static ProgramEvents ofList(TraceRecorder recorder, List<Task> tasks) {
        return new ProgramEvents(recorder, LiveRecording.ofList(recorder, tasks));
    }

    Trace trace() {
        return recorder.trace();
    }

    /** Returns time zero as a {@link System#nanoTime()} reading; only once the trace has begun. */
    long zeroNanoTime() {
        return recorder.zeroNanoTime();
    }

    /** Returns the time from the first hello to the first task, or -1 before there is one. */
    long startUpNanos() {
        return recording.startUpNanos();
    }

    /** Returns the time since the last event, 0 before the first one. */
    long silentNanos() {
        long last = recording.lastEventNanos();
        return last == Long.MIN_VALUE ? 0 : Math.max(0, System.nanoTime() - last);
    }

    @Override
    public EventListener.@Nullable Stream open(byte[] line, String token) {
        Hello hello = hello(line);
        if (hello == null || !isEqual(hello.token(), token)) {
            return null;
        }
        RecordingStream stream = recording.open(hello, System.nanoTime());
        synchronized (this) {
            opened++;
            open++;
        }
        return new EventListener.Stream() {
            @Override
            public void take(byte[] event) {
                stream.line(event, System.nanoTime());
            }

            @Override
            public void end() {
                stream.closed(System.nanoTime());
                closed();
            }
        };
    }

    private static @Nullable Hello hello(byte[] line) {
        try {
            return new EventParser().parse(line) instanceof Hello hello ? hello : null;
        } catch (InvalidEventException _) {
            return null; // not one of ours: any user of the machine can connect
        }
    }

    private static boolean isEqual(String given, String token) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void closed() {
        open--;
        notifyAll();
    }

    /** Returns whether any process was ever watched. */
    synchronized boolean hasOpened() {
        return opened > 0;
    }

    /** Waits until no process is watched any more; returns whether that is so. */
    synchronized boolean awaitNoStream(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); open > 0 && left > 0; ) {
            wait(Math.max(1, left / 1_000_000));
            left = deadline - System.nanoTime();
        }
        return open == 0;
    }

    /** Returns the processes that are watched now, as far as they are still there. */
    List<ProcessHandle> processes() {
        return recording.processes().stream()
                .map(Hello::pid)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
    }

    void tick(long nanoTime) {
        recording.tick(nanoTime);
    }

    /** Notes that the user stops the program. */
    void stop() {
        recording.stop();
    }

    void finish() {
        recording.finish(System.nanoTime());
    }
}
