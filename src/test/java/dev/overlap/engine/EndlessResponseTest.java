package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Servers that never come to an end, as fast as they can: their task fails in a sentence, the same
 * from both clients, and every other task goes on meanwhile.
 */
class EndlessResponseTest {

    private static final String HEADERS = "headers or interim replies (1xx) without end";
    private static final String CHUNKS = "chunk sizes or trailers without end";
    private static final String CHUNKED = "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** What comes once, what comes again and again, and how the task ends. */
    enum Endless {
        INTERIM_REPLIES("100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n", HEADERS),
        HINTS("103 Early\r\n\r\n", "HTTP/1.1 103 Early\r\nLink: <a>\r\n\r\n", HEADERS),
        LONG_HEADERS("200 OK\r\n", "X: " + "x".repeat(60_000) + "\r\n", HEADERS),
        CHUNK_EXTENSIONS(CHUNKED, "1;" + "x".repeat(1000) + "\r\nx\r\n", CHUNKS),
        LONG_TRAILERS(CHUNKED + "0\r\n", "X: " + "x".repeat(60_000) + "\r\n", CHUNKS),
        ONE_TRAILER(CHUNKED + "0\r\nX: ", "x".repeat(10_000), ""),
        SHORT_HEADERS("200 OK\r\n", "X: x\r\n", "header count"),
        A_FOLDED_HEADER("200 OK\r\nX: x\r\n", " " + "x".repeat(1000) + "\r\n", "line length"),
        A_REASON("200 ", "x".repeat(10_000), "line length"),
        EMPTY_LINES("", "\r\n", ""),
        REDIRECTS_BODY("302 Found\r\nLocation: /\r\n\r\n", "x".repeat(100_000), "more than 64 MB");

        final String once;
        final String again;
        final String sentence;

        Endless(String once, String again, String sentence) {
            this.once = once.isEmpty() ? "" : "HTTP/1.1 " + once;
            this.again = again.repeat(1 + 20_000 / again.length());
            this.sentence = sentence;
        }

        /** Until the client has had enough. */
        void serve(RawConnection connection) throws IOException {
            connection.readRequest();
            connection.write(once);
            byte[] bytes = again.getBytes(StandardCharsets.US_ASCII);
            while (true) {
                connection.write(bytes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void endlessResponseFailsInASentenceAndDisturbsNobody(Endless endless) throws Exception {
        List<Outcome.Failed> outcomes = new ArrayList<>();
        try (RawServer server = RawServer.start(endless::serve)) {
            for (String model : List.of("thread-pool", "event-loop")) {
                Trace trace =
                        RIG.run(
                                EngineExtension.plan(
                                        model,
                                        "http://127.0.0.1:" + server.port() + "/",
                                        "lab:/delay/10"));
                outcomes.add(failed(trace, 0));
                assertThat(trace.task(1).outcome()).isInstanceOf(Outcome.Answered.class);
            }
        }
        assertThat(outcomes.getFirst().sentence()).contains(endless.sentence);
        assertThat(outcomes).containsOnly(outcomes.getFirst());
        assertThat(outcomes.getFirst().kind()).isIn(FailureKind.MALFORMED, FailureKind.TOO_LARGE);
    }

    /** The same over TLS, where bytes come to the parser by another way. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void endlessInterimRepliesEndOverTlsToo(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.shakeHands();
                            Endless.INTERIM_REPLIES.serve(connection);
                        })) {
            NetworkAccess network = new NetworkAccess(NameResolver.SYSTEM, TestKey.get().client());
            Trace trace =
                    RIG.run(
                            network,
                            EngineExtension.plan(
                                    model, "https://127.0.0.1:" + server.port() + "/"));

            assertThat(failed(trace, 0).sentence()).contains(HEADERS);
        }
    }

    /** Slowly it is no flood, and the timeout ends it. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void slowInterimRepliesEndWithTheTimeout(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.readRequest();
                            while (true) {
                                connection.write("HTTP/1.1 102 Processing\r\n\r\n");
                                connection.pause(20);
                            }
                        })) {
            Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(300));
            Trace trace =
                    RIG.run(
                            EngineExtension.plan(
                                    model, settings, "http://127.0.0.1:" + server.port() + "/"));

            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        }
    }

    /** A chunk of one byte costs five more: clumsy, and no flood. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void bodyInChunksOfOneByteIsTaken(String model) throws Exception {
        int bytes = 110_000;
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.write("HTTP/1.1 " + CHUNKED);
                            connection.write("1\r\nx\r\n".repeat(bytes) + "0\r\n\r\n");
                            connection.awaitEnd();
                        })) {
            Trace trace =
                    RIG.run(EngineExtension.plan(model, "http://127.0.0.1:" + server.port() + "/"));

            assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Answered(200, bytes));
        }
    }

    /**
     * As long as a server sends faster than the loop parses, and nothing of it counts as too much:
     * the loop sees to the others all the same.
     */
    @ParameterizedTest
    @ValueSource(strings = {"event-loop"})
    void loopGoesOnWhileABodyComesFasterThanItIsRead(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.write("HTTP/1.1 " + CHUNKED);
                            byte[] chunks =
                                    "1\r\nx\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
                            while (!connection.isOpen("enough")) {
                                connection.write(chunks);
                            }
                            connection.write("0\r\n\r\n");
                            connection.awaitEnd();
                        })) {
            Run run =
                    RIG.start(
                            EngineExtension.plan(
                                    model,
                                    "http://127.0.0.1:" + server.port() + "/",
                                    "lab:/delay/1 x20"));
            Eventually.holds("all others have ended", () -> run.trace().ended() == 20);
            server.openGate("enough");

            assertAllAnswered(EngineExtension.finished(run));
        }
    }
}
