package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Where a body ends, by what its head says: RFC 9112, section 6.3, and RFC 9110, section 8.6. */
class ResponseFramingTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** Heads that are taken, what follows them, and how much of it is the body. */
    enum Taken {
        ONE_LENGTH("200 OK|Content-Length: 5||hello", 5),
        THE_SAME_LENGTH_TWICE("200 OK|Content-Length: 5|Content-Length: 5||hello", 5),
        THE_SAME_LENGTH_IN_ONE_FIELD("200 OK|Content-Length: 5, 5||hello", 5),
        THE_SAME_NUMBER("200 OK|Content-Length: 5,05|content-length: 005||hello", 5),
        NO_LENGTH_TWICE("200 OK|Content-Length: 0|Content-Length: 0||", 0),
        LENGTH_AND_CHUNKS("200 OK|Content-Length: 3|Transfer-Encoding: chunked||5|hello|0||", 5),
        TWO_LENGTHS_AND_CHUNKS(
                "200 OK|Content-Length: 3|Content-Length: 4|Transfer-Encoding:"
                        + " chunked||5|hello|0||",
                5),
        EXTENSIONS_AND_TRAILERS(
                "200 OK|Transfer-Encoding: chunked||5;a=b|hello|0;c|X: y|Content-Length: 9||", 5),
        LENGTHS_WITHOUT_A_BODY("204 No Content|Content-Length: 5|Content-Length: 6||", 0),
        LENGTHS_OF_WHAT_IS_NOT_SENT("304 Not Modified|Content-Length: 5, 6||", 0),
        INTERIM_REPLIES(
                "100 Continue||HTTP/1.1 102 Processing||HTTP/1.1 103 Hints|Link: <a>||HTTP/1.1 199"
                        + " Unheard|Content-Length: 7||HTTP/1.1 200 OK|Content-Length: 2||ok",
                2);

        final String reply;
        final int bytes;

        Taken(String reply, int bytes) {
            this.reply = reply;
            this.bytes = bytes;
        }
    }

    /** Heads that are refused, and what the sentence says of them. */
    enum Refused {
        TWO_LENGTHS(
                "200 OK|Content-Length: 5|Content-Length: 6||hello!",
                "two lengths that differ, Content-Length 5 and 6"),
        TWO_LENGTHS_IN_ONE_FIELD(
                "200 OK|Content-Length: 5, 6||hello!",
                "two lengths that differ, Content-Length 5 and 6"),
        A_SIGN("200 OK|Content-Length: +5||hello", "a Content-Length that is no number: +5"),
        A_NEGATIVE_LENGTH("200 OK|Content-Length: -5||", "a Content-Length that is no number: -5"),
        A_WORD("200 OK|Content-Length: five||hello", "a Content-Length that is no number: five"),
        AN_EMPTY_LENGTH("200 OK|Content-Length:||", "a Content-Length that is no number: )"),
        HALF_A_LIST("200 OK|Content-Length: 5,||hello", "a Content-Length that is no number: )"),
        TOO_LONG_A_NUMBER("200 OK|Content-Length: 99999999999999999999||", "99999999999999999999"),
        ANOTHER_PROTOCOL("101 Switching Protocols|Upgrade: x||", "switches to another protocol");

        final String reply;
        final String because;

        Refused(String reply, String because) {
            this.reply = reply;
            this.because = because;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void headsAreTakenOrRefusedAsTheRulesSay(String model) throws Exception {
        try (RawServer server = RawServer.start(ResponseFramingTest::serve)) {
            String[] sites =
                    Stream.concat(
                                    Arrays.stream(Taken.values()).map(Enum::name),
                                    Arrays.stream(Refused.values()).map(Enum::name))
                            .map(name -> "http://127.0.0.1:" + server.port() + "/" + name)
                            .toArray(String[]::new);
            Trace trace =
                    RIG.run(EngineExtension.plan(model, Settings.DEFAULT.withWorkers(1), sites));

            int task = 0;
            for (Taken taken : Taken.values()) {
                assertThat(trace.task(task++).outcome())
                        .as(taken.name())
                        .isInstanceOfSatisfying(
                                Outcome.Answered.class,
                                answer -> assertThat(answer.bytes()).isEqualTo(taken.bytes));
            }
            for (Refused refused : Refused.values()) {
                Outcome.Failed failed = failed(trace, task++);
                assertThat(failed.kind()).isEqualTo(FailureKind.MALFORMED);
                assertThat(failed.sentence()).contains(refused.because);
            }
        }
    }

    private static void serve(RawConnection connection) throws IOException {
        while (true) {
            String name = connection.readRequest().replaceFirst("(?s)GET /(\\S*) .*", "$1");
            String reply =
                    Stream.concat(
                                    Arrays.stream(Taken.values())
                                            .filter(one -> one.name().equals(name))
                                            .map(one -> one.reply),
                                    Arrays.stream(Refused.values())
                                            .filter(one -> one.name().equals(name))
                                            .map(one -> one.reply))
                            .findFirst()
                            .orElseThrow();
            connection.write("HTTP/1.1 " + reply.replace("|", "\r\n"));
        }
    }

    /** The two may tell of a smuggled response (RFC 9112, section 6.3, item 3). */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void connectionOfAReplyWithTwoLengthsIsNotReused(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.write(
                                    "HTTP/1.1 302 Found\r\nLocation: /"
                                            + "x".repeat(connection.number())
                                            + "\r\nContent-Length: 3\r\n"
                                            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
                            connection.awaitEnd();
                        })) {
            Trace trace =
                    RIG.run(EngineExtension.plan(model, "http://127.0.0.1:" + server.port() + "/"));

            assertThat(trace.task(0).exchanges()).hasSize(11).noneMatch(one -> one.reused());
            assertThat(server.visits()).isEqualTo(11);
        }
    }
}
