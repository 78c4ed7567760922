package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Viewers that listen, do not read, hang up, or are not there. */
class TracerTransportTest {

    private static final TracedProgram.Result UNTOUCHED =
            new TracedProgram.Result(0, "1124250\n", "");

    @TempDir Path folder;

    private ServerSocket viewer;

    @BeforeEach
    void openViewer() throws IOException {
        viewer = new ServerSocket();
        viewer.setReceiveBufferSize(4096);
        viewer.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
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
        List<Socket> connections = new ArrayList<>();
        List<ProcessHandle> processes = new ArrayList<>();
        int workers = 0;
        while (workers < 2) { // both workers run a job
            Socket connection = viewer.accept();
            connections.add(connection);
            String hello = reader(connection).readLine();
            long pid = EventStream.of(hello).hello().path("pid").asLong();
            ProcessHandle.of(pid).ifPresent(processes::add);
            if (connections.size() > 1 && isWorker(connection)) {
                workers++;
            }
        }

        viewer.close();
        connections.forEach(TracerTransportTest::close);

        assertThat(run.join().status()).isEqualTo(143);
        processes.forEach(process -> process.onExit().join());
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
    }

    /** Helpers of multiprocessing say nothing but who they are; a worker begins a job. */
    private static boolean isWorker(Socket connection) throws IOException {
        connection.setSoTimeout(500);
        try {
            return connection.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
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
