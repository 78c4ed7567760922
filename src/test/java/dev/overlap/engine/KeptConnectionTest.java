package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Connections that are kept, and what servers do to them meanwhile: no innocent task fails of it,
 * whichever client carries it (RFC 9112, sections 9.2 and 9.3.1).
 */
class KeptConnectionTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** What comes without a request: along with a reply, or once that has long been read. */
    enum Unasked {
        JUNK_ALONG("200 OK|Content-Length: 2||okjunk", ""),
        A_REPLY_ALONG("200 OK|Content-Length: 2||okHTTP/1.1 404 No|Content-Length: 0||", ""),
        INTERIM_ALONG("200 OK|Content-Length: 2||okHTTP/1.1 103 Early||", ""),
        JUNK_AFTER_CHUNKS("200 OK|Transfer-Encoding: chunked||2|ok|0||junk", ""),
        A_BODY_OF_NO_CONTENT("204 No Content||body", ""),
        A_BODY_OF_NOT_MODIFIED("304 Not Modified|Content-Length: 4||body", ""),
        JUNK_LATER("200 OK|Content-Length: 2||ok", "junk"),
        AN_EMPTY_LINE_LATER("200 OK|Content-Length: 2||ok", "|"),
        A_REPLY_LATER("200 OK|Content-Length: 2||ok", "HTTP/1.1 404 No|Content-Length: 0||"),
        INTERIM_LATER("204 No Content||", "HTTP/1.1 100 Continue||"),
        A_TIMEOUT_LATER(
                "200 OK|Content-Length: 2||ok",
                "HTTP/1.1 408 Request Timeout|Connection: close|Content-Length: 0||");

        final String reply;
        final String later;

        Unasked(String reply, String later) {
            this.reply = "HTTP/1.1 " + lines(reply);
            this.later = lines(later);
        }
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }

    /** A server that sends something unasked, and one that sends its caller there afterwards. */
    private record Pair(Unasked unasked, RawServer server, RawServer director) {

        static Pair of(Unasked unasked) throws IOException {
            RawServer server = RawServer.start(connection -> serve(unasked, connection));
            return new Pair(
                    unasked,
                    server,
                    RawServer.start(
                            connection -> {
                                connection.readRequest();
                                server.awaitGate("sent unasked");
                                connection.reply("302 Found\r\nLocation: " + url(server));
                                connection.awaitEnd();
                            }));
        }

        private static void serve(Unasked unasked, RawConnection connection) throws IOException {
            connection.readRequest();
            if (connection.number() > 1) {
                connection.awaitGate("the first one is closed");
                connection.reply("200 OK");
                connection.awaitEnd();
                return;
            }
            connection.write(unasked.reply);
            connection.awaitGate("the first task has ended");
            connection.write(unasked.later);
            connection.openGate("sent unasked");
            try {
                connection.awaitEnd();
            } finally {
                connection.openGate("the first one is closed");
            }
        }

        void close() throws IOException {
            server.close();
            director.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "thread-pool",
                "virtual-threads",
                "process-pool",
                "event-loop",
                "blocked-loop",
                "loop-offload"
            })
    void whatComesWithoutARequestIsNoReplyAndClosesItsConnection(String model) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        List<String> sites = new ArrayList<>();
        for (Unasked unasked : Unasked.values()) {
            pairs.add(Pair.of(unasked));
            sites.add(url(pairs.getLast().server));
            sites.add(url(pairs.getLast().director));
        }
        Run run =
                RIG.start(
                        EngineExtension.plan(
                                model,
                                Settings.DEFAULT.withWorkers(1),
                                sites.toArray(String[]::new)));
        for (int pair = 0; pair < pairs.size(); pair++) {
            int first = 2 * pair;
            Eventually.holds(
                    "the first task of " + pairs.get(pair).unasked + " has ended",
                    () -> run.trace().task(first).outcome() != null);
            pairs.get(pair).server.openGate("the first task has ended");
        }
        Trace trace = EngineExtension.finished(run);
        for (int pair = 0; pair < pairs.size(); pair++) {
            assertAnswered(trace, 2 * pair);
            assertThat(trace.task(2 * pair + 1).outcome())
                    .as("the innocent task after %s", pairs.get(pair).unasked)
                    .isEqualTo(new Outcome.Answered(200, 4));
            assertThat(trace.task(2 * pair + 1).exchanges().getLast().reused()).isFalse();
        }
        for (Pair pair : pairs) {
            pair.close();
        }
    }

    /**
     * Encrypted input may be a session ticket, for which no connection is given up; or more than
     * that.
     */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void anEncryptedConnectionIsKeptUntilSomethingComesUnasked(String model) throws Exception {
        try (RawServer server =
                        RawServer.start(
                                connection -> {
                                    connection.shakeHands();
                                    for (int i = 0; i < 3; i++) {
                                        connection.readRequest();
                                        connection.reply("200 OK");
                                    }
                                    connection.awaitGate("three have ended");
                                    connection.write("junk");
                                    connection.openGate("sent unasked");
                                    connection.awaitEnd();
                                });
                RawServer director =
                        RawServer.start(
                                connection -> {
                                    connection.readRequest();
                                    server.awaitGate("sent unasked");
                                    connection.reply("302 Found\r\nLocation: " + secure(server));
                                    connection.awaitEnd();
                                })) {
            NetworkAccess network = new NetworkAccess(NameResolver.SYSTEM, TestKey.get().client());
            Run run =
                    RIG.start(
                            RIG.engine(network),
                            EngineExtension.plan(
                                    model,
                                    Settings.DEFAULT.withWorkers(1),
                                    secure(server) + " x3",
                                    url(director)));
            Eventually.holds("three have ended", () -> run.trace().ended() == 3);
            server.openGate("three have ended");
            Trace trace = EngineExtension.finished(run);

            assertAllAnswered(trace);
            assertThat(trace.tasks())
                    .extracting(task -> task.exchanges().getLast().reused())
                    .containsExactly(false, true, true, false);
        }
    }

    private static String secure(RawServer server) {
        return "https://127.0.0.1:" + server.port() + "/";
    }

    /** What a server does to a kept connection exactly as the next request arrives. */
    enum Meanwhile {
        CLOSES_AT_THE_FIRST_BYTE(0),
        CLOSES_AFTER_THE_REQUEST(0),
        SAYS_THAT_IT_WAITED_TOO_LONG(408),
        SENDS_HALF_A_HEAD(0),
        SENDS_WHAT_IS_NO_REPLY(0);

        final int status;

        Meanwhile(int status) {
            this.status = status;
        }

        void serve(RawConnection connection) throws IOException {
            if (this == CLOSES_AT_THE_FIRST_BYTE) {
                connection.readByte();
                return;
            }
            connection.readRequest();
            switch (this) {
                case CLOSES_AT_THE_FIRST_BYTE, CLOSES_AFTER_THE_REQUEST -> {}
                case SAYS_THAT_IT_WAITED_TOO_LONG ->
                        connection.write("HTTP/1.1 408 Late\r\nContent-Length: 0\r\n\r\n");
                case SENDS_HALF_A_HEAD -> connection.write("HTTP/1.1 20");
                case SENDS_WHAT_IS_NO_REPLY -> connection.write("what was left\r\n\r\n");
            }
        }
    }

    /**
     * All kept connections are bad at once, and one more task comes: its one repeat takes a fresh
     * connection, not the next bad one.
     *
     * @param kept how many connections the model keeps open to one host
     */
    @ParameterizedTest
    @CsvSource({
        "threads, 12",
        "thread-pool, 12",
        "virtual-threads, 12",
        "process-pool, 1",
        "event-loop, 12",
        "blocked-loop, 1",
        "loop-offload, 12"
    })
    void theOneRepeatGoesOntoAFreshConnection(String model, int kept) throws Exception {
        for (Meanwhile meanwhile : Meanwhile.values()) {
            if (kept > 1 || meanwhile == Meanwhile.CLOSES_AFTER_THE_REQUEST) {
                assertRepeatedOnce(model, kept, meanwhile);
            }
        }
    }

    private static void assertRepeatedOnce(String model, int kept, Meanwhile meanwhile)
            throws Exception {
        CountDownLatch all = new CountDownLatch(kept);
        try (RawServer server =
                        RawServer.start(
                                connection -> {
                                    connection.readRequest();
                                    all.countDown();
                                    if (all.getCount() == 0) {
                                        connection.openGate("all are here");
                                    }
                                    connection.awaitGate("all are here");
                                    connection.reply("200 OK");
                                    if (connection.number() <= kept) {
                                        meanwhile.serve(connection);
                                    } else {
                                        connection.awaitEnd();
                                    }
                                });
                RawServer director =
                        RawServer.start(
                                connection -> {
                                    connection.readRequest();
                                    connection.awaitGate("all idle");
                                    connection.reply("302 Found\r\nLocation: " + url(server));
                                    connection.awaitEnd();
                                })) {
            Run run =
                    RIG.start(
                            EngineExtension.plan(
                                    model,
                                    Settings.DEFAULT.withWorkers(kept > 1 ? kept + 1 : 1),
                                    url(server) + " x" + kept,
                                    url(director)));
            Eventually.holds("all but one have ended", () -> run.trace().ended() == kept);
            director.openGate("all idle");
            Trace trace = EngineExtension.finished(run);

            assertThat(trace.task(kept).outcome())
                    .as("%s under %s", meanwhile, model)
                    .isEqualTo(new Outcome.Answered(200, 4));
            assertThat(trace.task(kept).exchanges())
                    .extracting(Exchange::status)
                    .containsExactly(302, meanwhile.status, 200);
            assertThat(trace.task(kept).exchanges())
                    .extracting(Exchange::reused)
                    .containsExactly(false, true, false);
        }
    }

    /** Where a connection is a place in a limit, the fresh one takes the place of the bad one. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void theRepeatNeedsNoPlaceOfItsOwn(String model) throws Exception {
        Settings one = Settings.DEFAULT.withConnections(ConnectionSettings.DEFAULT.withPerHost(1));
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.reply("200 OK");
                            connection.readByte();
                        })) {
            Trace trace = RIG.run(EngineExtension.plan(model, one, url(server) + " x20"));

            assertThat(trace.tasks())
                    .allSatisfy(
                            task ->
                                    assertThat(task.outcome())
                                            .isInstanceOf(Outcome.Answered.class));
            assertThat(server.visits()).isEqualTo(20);
        }
    }

    /** A fresh connection that is closed tells of the server, and is not tried again. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aRepeatThatFailsIsTheEnd(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.readRequest();
                            if (connection.number() == 1) {
                                connection.reply("302 Found\r\nLocation: /again");
                                connection.readRequest();
                            }
                        })) {
            Trace trace = RIG.run(EngineExtension.plan(model, url(server)));

            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.CLOSED_EARLY);
            assertThat(trace.task(0).exchanges())
                    .extracting(Exchange::status)
                    .containsExactly(302, 0, 0);
            assertThat(server.visits()).isEqualTo(2);
        }
    }

    /** The server may have begun a job before it closed: RFC 9110, section 9.2.2. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "CLOSES_AFTER_THE_REQUEST",
                "SAYS_THAT_IT_WAITED_TOO_LONG",
                "SENDS_WHAT_IS_NO_REPLY"
            })
    void aPostThatWasOnItsWayIsNotRepeated(Meanwhile meanwhile) throws Exception {
        for (String model : List.of("thread-pool", "event-loop")) {
            try (RawServer server =
                    RawServer.start(
                            connection -> {
                                connection.readRequest();
                                connection.reply("307 Elsewhere\r\nLocation: /jobs");
                                meanwhile.serve(connection);
                            })) {
                Trace trace = RIG.run(EngineExtension.plan(model, "poll:" + url(server)));

                assertThat(trace.task(0).outcome()).isInstanceOf(Outcome.Failed.class);
                assertThat(server.requests()).hasSize(2);
            }
        }
    }

    /** It is not on its way before the connection has been looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aPostFindsAKeptConnectionClosedBeforeItGoes(String model) throws Exception {
        try (RawServer server =
                        RawServer.start(
                                connection -> {
                                    connection.readRequest();
                                    connection.reply("200 OK");
                                    if (connection.number() == 1) {
                                        connection.awaitGate("idle");
                                    } else {
                                        connection.awaitEnd();
                                    }
                                });
                RawServer director =
                        RawServer.start(
                                connection -> {
                                    connection.readRequest();
                                    connection.awaitGate("closed");
                                    connection.reply("307 There\r\nLocation: " + url(server));
                                    connection.awaitEnd();
                                })) {
            Run run = RIG.start(EngineExtension.plan(model, url(server), "poll:" + url(director)));
            Eventually.holds("the first has ended", () -> run.trace().ended() == 1);
            server.openGate("idle");
            Eventually.holds("the server has closed", () -> server.connections() == 0);
            director.openGate("closed");

            assertAnswered(EngineExtension.finished(run), 1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static String url(RawServer server) {
        return "http://127.0.0.1:" + server.port() + "/";
    }
}
