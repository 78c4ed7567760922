package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Tests the content of requests, the interpretation of replies, and the use of connections. */
class ExchangeTest {

    private static final String CLASSIC = "thread-pool";
    private static final String ASYNC = "event-loop";

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aRedirectBeginsTheExchangeAnewOnTheSameConnection(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "lab:/redirect/3"));

        assertThat(trace.task(0).outcome()).isInstanceOf(Outcome.Answered.class);
        List<Exchange> exchanges = trace.task(0).exchanges();
        assertThat(exchanges).extracting(Exchange::status).containsExactly(302, 302, 302, 200);
        assertThat(exchanges)
                .extracting(Exchange::url)
                .containsExactly(
                        "lab:/redirect/3", "lab:/redirect/2", "lab:/redirect/1", "lab:/redirect/0");
        assertThat(exchanges).extracting(Exchange::reused).containsExactly(false, true, true, true);
        assertThat(exchanges)
                .extracting(Exchange::connection)
                .containsOnly(exchanges.getFirst().connection());
        assertThat(phases(trace, 0).stream().filter(phase -> phase == Phase.WAIT)).hasSize(4);
        assertThat(phases(trace, 0)).containsOnlyOnce(Phase.CONNECT);
    }

    /** RFC 9110, section 15.4: the statuses that redirect; the other two do not. */
    @ParameterizedTest
    @CsvSource({
        "301, true",
        "302, true",
        "303, true",
        "307, true",
        "308, true",
        "300, false",
        "304, false"
    })
    void aRedirectIsFollowedWhicheverItIs(int status, boolean followed) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.write(head(status + " Elsewhere\r\nLocation: /b", 0));
                            rawConnection.readRequest();
                            rawConnection.write(head("200 OK", 0));
                            rawConnection.awaitEnd();
                        })) {
            for (String model : List.of(CLASSIC, ASYNC)) {
                Trace trace = RIG.run(EngineExtension.plan(model, site(server)));
                assertThat(trace.task(0).exchanges())
                        .extracting(Exchange::status)
                        .startsWith(status)
                        .hasSize(followed ? 2 : 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void tenRedirectsAreFollowed(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "lab:/redirect/10"));

        assertAllAnswered(trace);
        assertThat(trace.task(0).exchanges()).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aReplyTellsItsVersionStatusBytesAndTheLabsOwnTime(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model, "lab:/bytes/100000", "lab:/status/404?delay=30"));

        assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Answered(200, 100_000));
        assertThat(trace.task(1).outcome())
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Answered.class))
                .extracting(Outcome.Answered::status)
                .isEqualTo(404);
        Exchange late = trace.task(1).exchanges().getFirst();
        assertThat(late.version()).isEqualTo("HTTP/1.1");
        assertThat(late.sentAfterMillis()).isGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aBodyOfExactly64MegabytesIsTaken(String model) {
        Trace trace =
                RIG.run(EngineExtension.plan(model, "lab:/bytes/" + BodyByteCounter.MAX_BYTES));

        assertThat(trace.task(0).outcome())
                .isEqualTo(new Outcome.Answered(200, BodyByteCounter.MAX_BYTES));
    }

    /** The body arrives in pieces unrelated to the format, the first ones of a single byte. */
    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void gzipMayComeInAnyPieces(String model) throws Exception {
        byte[] packed = packedNoise();
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.write(
                                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                            + packed.length
                                            + "\r\n\r\n");
                            writeInPieces(rawConnection, packed);
                            rawConnection.awaitEnd();
                        })) {
            Trace trace = RIG.run(EngineExtension.plan(model, site(server)));

            assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Answered(200, packed.length));
            assertThat(server.requests().getFirst()).contains("Accept-Encoding: gzip\r\n");
        }
    }

    private static byte[] packedNoise() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int member = 0; member < 2; member++) {
            try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write(noise);
            }
        }
        return packed.toByteArray();
    }

    private static void writeInPieces(RawConnection rawConnection, byte[] bytes)
            throws IOException {
        int from = 0;
        for (int length = 1; from < bytes.length; length = from < 20 ? 1 : length + 97) {
            int to = Math.min(bytes.length, from + length);
            rawConnection.write(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aUserAndAPasswordGoToTheServerAndNowhereElse(String model) throws Exception {
        try (RawServer other = RawServer.start(ExchangeTest::answer);
                RawServer server =
                        RawServer.start(
                                rawConnection -> {
                                    rawConnection.readRequest();
                                    rawConnection.reply("302 Found\r\nLocation: /inside");
                                    rawConnection.readRequest();
                                    rawConnection.reply("302 Found\r\nLocation: " + site(other));
                                    rawConnection.awaitEnd();
                                })) {
            String authority = "127.0.0.1:" + server.port();
            Run run =
                    RIG.start(
                            EngineExtension.plan(
                                    model,
                                    "http://user:secret@" + authority + "/",
                                    "http://user:secret@127.0.0.1:1/"));
            Trace trace = EngineExtension.finished(run);

            assertAnswered(trace, 0);
            String credentials = "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n";
            assertThat(server.requests()).allMatch(head -> head.contains(credentials)).hasSize(2);
            assertThat(other.requests()).noneMatch(head -> head.contains("Authorization"));
            assertThat(trace.task(0).label()).isEqualTo("http://" + authority + "/");
            assertThat(trace.task(0).exchanges().toString()).doesNotContain("secret", "user:");
            assertThat(failed(trace, 1).sentence()).doesNotContain("secret", "user:");
            assertThat(server.requests().getFirst()).startsWith("GET / HTTP/1.1\r\n");
        }
    }

    /** Same host and port, but no longer encrypted. */
    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aUserAndAPasswordDoNotLeaveEncryptionByARedirect(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            if (rawConnection.number() > 1) {
                                answer(rawConnection);
                                return;
                            }
                            rawConnection.shakeHands();
                            String head = rawConnection.readRequest();
                            String host = head.replaceFirst("(?is).*\r\nHost: ([^\r]*)\r.*", "$1");
                            rawConnection.reply("302 Found\r\nLocation: http://" + host + "/plain");
                            rawConnection.awaitEnd();
                        })) {
            NetworkAccess network = new NetworkAccess(NameResolver.SYSTEM, TestKey.get().client());
            String site = "https://user:secret@127.0.0.1:" + server.port() + "/";
            Trace trace = RIG.run(network, EngineExtension.plan(model, site));

            assertAllAnswered(trace);
            assertThat(server.requests())
                    .satisfiesExactly(
                            head -> assertThat(head).contains("Authorization: Basic "),
                            head ->
                                    assertThat(head)
                                            .startsWith("GET /plain ")
                                            .doesNotContain("Authorization"));
        }
    }

    /** A redirect has a body, too: a task's received bytes are the sum. */
    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void repliesOfOneTaskMayHave64MegabytesTogether(String model) throws Exception {
        int half = Math.toIntExact(BodyByteCounter.MAX_BYTES / 2);
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            int rest = half + rawConnection.number() - 1; // one repeat too many
                            rawConnection.readRequest();
                            rawConnection.write(head("302 Found\r\nLocation: /next", half));
                            rawConnection.write(new byte[half]);
                            rawConnection.readRequest();
                            rawConnection.write(head("200 OK", rest));
                            rawConnection.write(new byte[rest]);
                            rawConnection.awaitEnd();
                        })) {
            Trace first = RIG.run(EngineExtension.plan(model, site(server)));
            Trace second = RIG.run(EngineExtension.plan(model, site(server)));

            assertThat(first.task(0).outcome())
                    .isEqualTo(new Outcome.Answered(200, BodyByteCounter.MAX_BYTES));
            assertThat(failed(second, 0).kind()).as("a byte more").isEqualTo(FailureKind.TOO_LARGE);
        }
    }

    private static String head(String statusAndHeaders, int bytes) {
        return "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n".formatted(statusAndHeaders, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void cookiesAreNotKeptAndTheUserAgentIsHonest(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.reply(
                                    "302 Found\r\nSet-Cookie: a=b; Path=/\r\nLocation: /2");
                            answer(rawConnection);
                        })) {
            Trace trace = RIG.run(EngineExtension.plan(model, site(server)));

            assertAllAnswered(trace);
            assertThat(server.requests())
                    .hasSize(2)
                    .noneMatch(head -> head.contains("Cookie"))
                    .allMatch(head -> head.contains("User-Agent: Overlap/"));
        }
    }

    @Test
    void oneThreadUsesItsConnectionAgain() {
        Trace trace = RIG.run(EngineExtension.plan("sequential", "lab:/delay/1 x5"));

        assertThat(trace.task(0).entered(Phase.CONNECT)).isTrue();
        String first = trace.task(0).exchanges().getFirst().connection();
        for (int task = 1; task < 5; task++) {
            assertThat(phases(trace, task))
                    .containsExactly(
                            Phase.QUEUED, Phase.LEASE, Phase.SEND, Phase.WAIT, Phase.RECEIVE);
            assertThat(trace.task(task).exchanges())
                    .singleElement()
                    .satisfies(
                            exchange -> {
                                assertThat(exchange.reused()).isTrue();
                                assertThat(exchange.connection()).isEqualTo(first);
                            });
        }
    }

    @Test
    void theLoopOpensAConnectionForEveryTaskThatIsUnderWay() {
        Trace trace = RIG.run(EngineExtension.plan("event-loop", "lab:/delay/200 x20"));

        assertThat(trace.tasks())
                .allSatisfy(task -> assertThat(task.entered(Phase.CONNECT)).isTrue());
        assertThat(trace.tasks().stream().map(task -> task.exchanges().getFirst().connection()))
                .doesNotHaveDuplicates();
    }

    /** The warm-up before time zero leaves no open connection to the lab. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", CLASSIC, ASYNC, "blocked-loop"})
    void everyRunBeginsWithColdPools(String model) {
        Engine engine = RIG.engine();
        for (int i = 0; i < 20; i++) {
            Trace trace =
                    RIG.run(
                            engine,
                            EngineExtension.plan(
                                    model, Settings.DEFAULT.withWorkers(2), "lab:/delay/0"));

            assertThat(trace.task(0).entered(Phase.CONNECT)).as("run %s", i).isTrue();
            assertThat(trace.task(0).exchanges().getFirst().reused()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aTrustedCertificateIsAccepted(String model) throws Exception {
        NetworkAccess network =
                new NetworkAccess(
                        _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                        TestKey.trusting(RIG.lab().certificate()));
        String site = "https://localhost:" + RIG.lab().tlsUri().getPort() + "/delay/5";

        Trace trace = RIG.run(network, EngineExtension.plan(model, site));

        assertAllAnswered(trace);
        assertThat(phases(trace, 0))
                .containsSubsequence(
                        Phase.LEASE,
                        Phase.DNS,
                        Phase.CONNECT,
                        Phase.TLS,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE);
    }

    private static void answer(RawConnection rawConnection) throws IOException {
        rawConnection.readRequest();
        rawConnection.reply("200 OK");
        rawConnection.awaitEnd();
    }

    private static String site(RawServer server) {
        return "http://127.0.0.1:" + server.port() + "/";
    }
}
