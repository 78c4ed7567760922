package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Tests unusual replies that still count as answers, and slow servers that cause timeouts. */
class MalformedResponseTest {

    private static final List<String> CLIENTS = List.of("sequential", "event-loop", "blocked-loop");

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /**
     * The bytes of the server, with a bar for each line end, and the status that the task ends
     * with.
     */
    enum Odd {
        LENGTH_TOO_SHORT(200, "HTTP/1.1 200 OK|Content-Length: 3||abcdef"),
        TWO_REPLIES(200, "HTTP/1.1 200 OK|Content-Length: 1||aHTTP/1.1 404 No|Content-Length: 0||"),
        CONTINUE_FIRST(200, "HTTP/1.1 100 Continue||HTTP/1.1 200 OK|Content-Length: 0||"),
        HINTS_FIRST(201, "HTTP/1.1 103 Early||HTTP/1.1 201 Created|Content-Length: 0||"),
        NO_CONTENT_WITH_A_BODY(204, "HTTP/1.1 204 No Content|Content-Length: 3||abc"),
        REDIRECT_TO_NOWHERE(302, "HTTP/1.1 302 Found|Content-Length: 0||");

        final int status;
        final String reply;

        Odd(int status, String reply) {
            this.status = status;
            this.reply = reply.replace("|", "\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOddReplyIsAnAnswerToBothClients(Odd odd) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.write(odd.reply);
                            rawConnection.awaitEnd();
                        })) {
            for (String model : CLIENTS) {
                Trace trace = RIG.run(EngineExtension.plan(model, url(server), "lab:/delay/20"));
                assertThat(trace.task(0).outcome())
                        .isInstanceOfSatisfying(
                                Outcome.Answered.class,
                                answer -> assertThat(answer.status()).isEqualTo(odd.status));
                assertThat(trace.task(1).outcome()).isInstanceOf(Outcome.Answered.class);
            }
        }
    }

    /** Servers that never finish, and the phase in which the timeout occurs. */
    enum Slow {
        SAYS_NOTHING(Phase.WAIT, false) {
            @Override
            void serve(RawConnection rawConnection) throws IOException {
                rawConnection.awaitEnd();
            }
        },
        SILENT_IN_THE_HANDSHAKE(Phase.TLS, true) {
            @Override
            void serve(RawConnection rawConnection) throws IOException {
                rawConnection.awaitEnd();
            }
        },
        HALF_A_STATUS_LINE(Phase.RECEIVE, false) {
            @Override
            void serve(RawConnection rawConnection) throws IOException {
                rawConnection.readRequest();
                rawConnection.write("HTTP/1.1 20");
                rawConnection.awaitEnd();
            }
        },
        DRIPS(Phase.RECEIVE, false) {
            @Override
            void serve(RawConnection rawConnection) throws IOException {
                rawConnection.readRequest();
                rawConnection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                for (int i = 0; i < 1000; i++) {
                    rawConnection.write("x");
                    rawConnection.pause(50);
                }
            }
        };

        final Phase phase;
        final boolean tls;

        Slow(Phase phase, boolean tls) {
            this.phase = phase;
            this.tls = tls;
        }

        abstract void serve(RawConnection rawConnection) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void theTimeoutEndsATaskInThePhaseThatHeldItUp(Slow slow) throws Exception {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(800));
        try (RawServer server = RawServer.start(slow::serve)) {
            String site = (slow.tls ? "https" : "http") + "://127.0.0.1:" + server.port() + "/";
            for (String model : CLIENTS) {
                Trace trace = RIG.run(EngineExtension.plan(model, settings, site, "lab:/delay/20"));
                assertThat(trace.task(0).outcome())
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> {
                                    assertThat(failed.kind()).isEqualTo(FailureKind.TIMED_OUT);
                                    assertThat(failed.sentence())
                                            .startsWith(site)
                                            .contains("\"" + slow.phase.words() + "\"");
                                });
                assertThat(phases(trace, 0)).endsWith(slow.phase);
                assertThat(trace.task(1).outcome()).isInstanceOf(Outcome.Answered.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop", "blocked-loop"})
    void aConnectionClosedJustAsItIsReusedIsReplacedByANewOne(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            if (rawConnection.number() == 1) {
                                rawConnection.reply("302 Found\r\nLocation: /again");
                                rawConnection.readRequest(); // and closes on it
                            } else {
                                rawConnection.reply("200 OK");
                                rawConnection.awaitEnd();
                            }
                        })) {
            Trace trace = RIG.run(EngineExtension.plan(model, url(server)));

            assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Answered(200, 4));
            assertThat(trace.task(0).exchanges())
                    .extracting(Exchange::status)
                    .as("a redirect, a request that met a closed connection, and its repeat")
                    .containsExactly(302, 0, 200);
            assertThat(trace.task(0).exchanges())
                    .extracting(Exchange::reused)
                    .containsExactly(false, true, false);
        }
    }

    @Test
    void anUnreachableNetworkHasAKindOfItsOwn() {
        Outcome.Failed failed =
                FailureClassifier.of(
                        new java.net.NoRouteToHostException("No route to host"),
                        execution("http://10.0.0.1/"));
        assertThat(failed.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failed.sentence()).startsWith("http://10.0.0.1/ ").endsWith(".");
    }

    private static TaskExecution execution(String site) {
        Task task = EngineExtension.plan("threads", site).tasks().getFirst();
        return new TaskExecution(task, new TraceRecorder(new Trace(List.of(task.label()))));
    }

    private static String url(RawServer server) {
        return "http://127.0.0.1:" + server.port() + "/";
    }
}
