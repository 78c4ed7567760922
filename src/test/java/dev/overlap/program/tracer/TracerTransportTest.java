package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Viewers that listen, do not read, hang up, or are not there. */
@Timeout(120)
class TracerTransportTest {

    private static final TracedProgram.Result UNTOUCHED =
            new TracedProgram.Result(0, "1124250\n", "");

    @TempDir Path folder;

    private ServerSocket viewer;

    @BeforeEach
    void openViewer() throws IOException {
        viewer = new ServerSocket();
        viewer.setReceiveBufferSize(4096);
        viewer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void closeViewer() throws IOException {
        viewer.close();
    }

    private String target() {
        return "tcp:127.0.0.1:" + viewer.getLocalPort() + ":s3cret";
    }

    private TracedProgram program() {
        return TracedProgram.of(folder, Interpreter.since(8), "many.py");
    }

    private CompletableFuture<TracedProgram.Result> start(TracedProgram program) {
        return CompletableFuture.supplyAsync(() -> program.runTold(target()));
    }

    private static BufferedReader reader(Socket connection) throws IOException {
        return new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void aViewerHearsAllAndTheTokenFirst() throws IOException {
        CompletableFuture<TracedProgram.Result> run = start(program());
        try (Socket connection = viewer.accept()) {
            EventStream stream =
                    EventStream.of(String.join("\n", reader(connection).lines().toList()));

            assertThat(stream.hello().path("token").asString("")).isEqualTo("s3cret");
            assertThat(stream.tasks()).hasSize(1500).allMatch(task -> task.end().equals("ok"));
            assertThat(stream.saidGoodbye()).isTrue();
        }
        assertThat(run.join()).isEqualTo(UNTOUCHED);
    }

    @Test
    void aDeafViewerDoesNotHoldTheProgram() throws IOException {
        CompletableFuture<TracedProgram.Result> run = start(program());
        try (Socket _ = viewer.accept()) { // which nobody reads
            assertThat(run.join()).isEqualTo(UNTOUCHED);
        }
    }

    /** What is left out is counted, and no row is without its end. */
    @Test
    void whatIsKeptForADeafViewerIsLimited() throws IOException {
        Path said = folder.resolve("said");
        Path awaited = folder.resolve("awaited");
        List<String> files = List.of(said.toString(), awaited.toString());
        CompletableFuture<TracedProgram.Result> run =
                start(TracedProgram.of(folder, Interpreter.since(8), "burst.py", files));
        try (Socket connection = viewer.accept()) {
            Eventually.holds("all has been told", () -> Files.exists(said));
            Files.createFile(awaited);

            EventStream stream =
                    EventStream.of(String.join("\n", reader(connection).lines().toList()));
            assertThat(stream.named("bye").findAny().orElseThrow().path("lost").asInt())
                    .isGreaterThan(10_000);
            assertThat(stream.events()).hasSizeLessThan(180_000); // of 200,000
            assertThat(stream.task("burst.py").end()).isEqualTo("ok");
        }
        assertThat(run.join()).isEqualTo(new TracedProgram.Result(0, "done\n", ""));
    }

    @Test
    void aViewerThatHangsUpHasNoEffect() throws IOException {
        CompletableFuture<TracedProgram.Result> run = start(program());
        viewer.accept().close();

        assertThat(run.join()).isEqualTo(UNTOUCHED);
    }

    @Test
    void withoutAViewerTheProgramRunsUnwatchedOrNotAtAll() throws IOException {
        viewer.close();

        assertThat(program().runTold(target())).isEqualTo(UNTOUCHED);
        assertThat(program().with("OVERLAP_TRACE_STOP", "exit").runTold(target()))
                .isEqualTo(new TracedProgram.Result(143, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void allProcessesEndWithTheViewerIfAskedTo(String method) throws IOException {
        TracedProgram sleepers =
                TracedProgram.of(folder, Interpreter.since(8), "sleepers.py", List.of(method))
                        .with("OVERLAP_TRACE_STOP", "exit");
        CompletableFuture<TracedProgram.Result> run = start(sleepers);
        Queue<Socket> connections = new ConcurrentLinkedQueue<>();
        Queue<Long> processes = new ConcurrentLinkedQueue<>();
        AtomicInteger sleeping = new AtomicInteger();
        Thread.ofVirtual()
                .start(() -> acceptAll(connections, socket -> read(socket, processes, sleeping)));
        Eventually.holds("both workers run a job", () -> sleeping.get() == 2);

        viewer.close();
        connections.forEach(TracerTransportTest::close);

        assertThat(run.join().status()).isEqualTo(143);
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
        Eventually.holds(
                "all are gone",
                () ->
                        processes.stream()
                                .flatMap(pid -> ProcessHandle.of(pid).stream())
                                .noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aProgramThatOnlyForksEndsWithTheViewer() throws IOException {
        Path said = folder.resolve("said");
        List<String> file = List.of(said.toString());
        CompletableFuture<TracedProgram.Result> run =
                start(
                        TracedProgram.of(folder, Interpreter.since(8), "forks.py", file)
                                .with("OVERLAP_TRACE_STOP", "exit"));
        try (Socket _ = viewer.accept()) {
            Eventually.holds("it forks", () -> Files.exists(said));
        }

        assertThat(run.join()).isEqualTo(new TracedProgram.Result(143, "", ""));
    }

    private void acceptAll(Queue<Socket> connections, Consumer<Socket> reading) {
        try {
            while (true) {
                Socket connection = viewer.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> reading.accept(connection));
            }
        } catch (IOException e) {
            // the viewer is closed: that is the test
        }
    }

    /** Reads what a process tells: who it is, and when it begins to sleep. */
    private static void read(Socket connection, Queue<Long> processes, AtomicInteger sleeping) {
        try (BufferedReader lines = reader(connection)) {
            processes.add(EventStream.of(lines.readLine()).hello().path("pid").asLong());
            boolean isAsleep = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!isAsleep && line.contains("\"PAUSE\"")) {
                    isAsleep = true;
                    sleeping.incrementAndGet();
                }
            }
        } catch (IOException e) {
            // cut off: that is the test
        }
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
