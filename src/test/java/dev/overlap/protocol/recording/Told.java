package dev.overlap.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.protocol.EventParser;
import dev.overlap.protocol.InvalidEventException;
import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a program told, and what became of it. Apostrophes stand for quotation marks. */
final class Told {

    /** The first line of a process that observes all. */
    static final String HELLO =
            "{'e':'hello','v':1,'t':0,'wall':1000,'pid':7,"
                    + "'sees':['dns','tls','steps','locks','jobs','cpu']}";

    private Told() {}

    static byte[] line(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static ProtocolEvent event(String text) {
        try {
            return new EventParser().parse(line(text));
        } catch (InvalidEventException e) {
            throw new AssertionError(text, e);
        }
    }

    static Hello hello(String text) {
        return (Hello) event(text);
    }

    /** Returns the trace of a whole file, after its first line and before its last one. */
    static Trace trace(String... lines) {
        TraceRecorder recorder = new TraceRecorder(Trace.ofWatchedProgram(2));
        FileRecording recording = new FileRecording(recorder, hello(HELLO));
        for (String line : lines) {
            recording.add(event(line));
        }
        recording.add(event("{'e':'bye','t':1000}"));
        recording.finish(false);
        return recorder.trace();
    }

    /** Returns the row of a task: each phase with its begin, and the end. */
    static String row(Trace trace, int task) {
        TaskTrack track = trace.task(task);
        List<String> words = new ArrayList<>();
        for (int segment = 0; segment < track.segments(); segment++) {
            words.add(track.phase(segment) + "@" + track.begin(segment));
        }
        assertThat(track.outcome()).as("outcome of " + track.label()).isNotNull();
        words.add(track.outcome().word() + "@" + track.endNanos());
        return String.join(" ", words);
    }

    /** Returns the lane of a worker: the task and the times of each slice. */
    static String lane(Trace trace, int worker) {
        WorkerTrack track = trace.worker(worker);
        List<String> words = new ArrayList<>();
        for (int slice = 0; slice < track.slices(); slice++) {
            String task = track.task(slice) < 0 ? "-" : trace.task(track.task(slice)).label();
            words.add(task + "@" + track.begin(slice) + "-" + track.end(slice));
        }
        return String.join(" ", words);
    }

    static boolean entered(Trace trace, int task, Phase phase) {
        return trace.task(task).entered(phase);
    }
}
