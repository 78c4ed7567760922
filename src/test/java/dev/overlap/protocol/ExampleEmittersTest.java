package dev.overlap.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.file.EventLogCheck;
import dev.overlap.protocol.file.EventLogReader;
import dev.overlap.protocol.recording.LiveRecording;
import dev.overlap.protocol.recording.RecordingStream;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the emitters of the documentation, where their languages are found. */
class ExampleEmittersTest {

    private static final Path FOLDER = Path.of("assets", "protocol", "examples");
    private static final int MAX_LINES = 50;
    private static final int LIMIT_SECONDS = 60;

    @TempDir Path folder;

    /** The emitters, with the commands that run them. */
    enum Emitter {
        PYTHON("python3", "emitter.py"),
        JAVA(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Emitter.java"),
        NODE("node", "emitter.mjs");

        private final String command;
        private final String file;

        Emitter(String command, String file) {
            this.command = command;
            this.file = file;
        }

        private Path path() {
            return FOLDER.resolve(file);
        }
    }

    private void run(Emitter emitter, String trace) throws Exception {
        Process process = started(emitter, trace);
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();

        assertThat(ended).as("%s ended", emitter).isTrue();
        assertThat(Files.readString(output())).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Process started(Emitter emitter, String trace) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(emitter.command, emitter.path().toAbsolutePath().toString());
        builder.environment().put("OVERLAP_TRACE", trace);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return builder.redirectErrorStream(true).redirectOutput(output().toFile()).start();
    }

    private void assume(Emitter emitter) {
        assumeTrue(isFound(emitter), "there is no " + emitter.command);
    }

    private boolean isFound(Emitter emitter) {
        try {
            Process process =
                    new ProcessBuilder(emitter.command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("version.txt").toFile())
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmitterIsShort(Emitter emitter) throws IOException {
        assertThat(Files.readAllLines(emitter.path())).hasSizeLessThan(MAX_LINES);
    }

    @ParameterizedTest
    @EnumSource
    void anEmitterWritesAFileWithoutFaults(Emitter emitter) throws Exception {
        assume(emitter);
        Path file = folder.resolve("run.events");
        run(emitter, "file:" + file);

        try (InputStream in = Files.newInputStream(file)) {
            assertThat(EventLogCheck.faults(in)).isEmpty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Trace trace = ((RecordedRun) EventLogReader.read(in).recording()).trace();
            assertThreeNapsOverlap(trace);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmitterIsRecordedLive(Emitter emitter) throws Exception {
        assume(emitter);
        TraceRecorder recorder = new TraceRecorder(Trace.ofWatchedProgram(2));
        LiveRecording recording = new LiveRecording(recorder);
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(LIMIT_SECONDS * 1_000);
            Process process =
                    started(emitter, "tcp:127.0.0.1:" + listener.getLocalPort() + ":s3cret");
            try (Socket socket = listener.accept()) {
                record(recording, new EventLineReader(socket.getInputStream()));
            }
            assertThat(process.waitFor()).isZero();
        }
        recording.finish(System.nanoTime());

        assertThreeNapsOverlap(recorder.trace());
        assertThat(recording.startUpNanos()).isNotNegative();
        assertThat(recorder.trace().notes()).noneMatch(note -> note.contains("left out"));
    }

    private static void record(LiveRecording recording, EventLineReader lines)
            throws IOException, InvalidEventException {
        byte[] first = lines.next();
        assertThat(first).isNotNull();
        Hello hello = (Hello) new EventParser().parse(first);
        assertThat(hello.token()).isEqualTo("s3cret");
        RecordingStream stream = recording.open(hello, System.nanoTime());
        assertThat(recording.processes()).containsExactly(stream.hello());
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            stream.line(line, System.nanoTime());
            recording.tick(System.nanoTime());
        }
        assertThat(recording.lastEventNanos()).isLessThanOrEqualTo(System.nanoTime());
        recording.stop(); // what follows is not an accident
        stream.closed(System.nanoTime());
    }

    private static void assertThreeNapsOverlap(Trace trace) {
        List<TaskTrack> naps =
                trace.tasks().stream().filter(it -> it.label().startsWith("nap(")).toList();
        assertThat(naps).hasSize(3).allMatch(TaskTrack::hasSucceeded);
        for (TaskTrack nap : naps) {
            assertThat(TraceAssertions.millis(trace, nap.index(), Phase.PAUSE))
                    .isGreaterThanOrEqualTo(95);
        }
        assertThat(TraceAssertions.atOnce(trace, Phase.PAUSE)).isGreaterThanOrEqualTo(2);
        assertThat(trace.workers()).isNotEmpty().allMatch(worker -> worker.slices() > 0);
    }
}
