package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertWithin;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.millis;
import static dev.overlap.testkit.TraceAssertions.now;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tests where each phase begins and ends, against a server that shares no code with the client. A
 * delay starts only once the trace is in the expected phase, so that it lies within that phase
 * exactly, even on a busy machine.
 */
class PhaseTest {

    private static final int HOLD_MILLIS = 60;
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** The models that use the classic client and the async client. */
    private static final String CLASSIC = "thread-pool";

    private static final String ASYNC = "event-loop";

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aDelayLandsInThePhaseInWhichItHappens(String model) throws Exception {
        AtomicLong lookupBegins = new AtomicLong();
        AtomicLong lookupEnds = new AtomicLong();
        NameResolver slow =
                _ -> {
                    lookupBegins.set(System.nanoTime());
                    letPass(HOLD_MILLIS);
                    lookupEnds.set(System.nanoTime());
                    return List.of(HERE);
                };
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.awaitGate("handshake");
                            rawConnection.shakeHands();
                            rawConnection.readRequest();
                            rawConnection.mark("asked");
                            rawConnection.awaitGate("reply");
                            rawConnection.mark("first byte");
                            rawConnection.write("H");
                            rawConnection.awaitGate("head");
                            rawConnection.write("TTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
                            rawConnection.awaitGate("rest");
                            rawConnection.write("cd");
                            rawConnection.awaitEnd();
                        })) {
            NetworkAccess network = new NetworkAccess(slow, TestKey.get().client());
            String site = "https://named.test:" + server.port() + "/";
            Run run = RIG.start(RIG.engine(network), EngineExtension.plan(model, site));
            Trace trace = run.trace();

            Held handshake = hold(trace, Phase.TLS, server, "handshake");
            Held reply = hold(trace, Phase.WAIT, server, "reply");
            Held head = hold(trace, Phase.RECEIVE, server, "head");
            Held rest = hold(trace, Phase.RECEIVE, server, "rest");
            EngineExtension.finished(run);

            assertAllAnswered(trace);
            assertThat(phases(trace, 0)).endsWith(usual()).doesNotHaveDuplicates();
            assertWithin(trace, 0, Phase.DNS, lookupBegins.get(), lookupEnds.get());
            handshake.assertWithinIts(trace);
            reply.assertWithinIts(trace);
            head.assertWithinIts(trace);
            rest.assertWithinIts(trace);
            assertWithin(trace, 0, Phase.WAIT, server.at("asked"), server.at("first byte"));
        }
    }

    private static Phase[] usual() {
        return new Phase[] {
            Phase.LEASE, Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE
        };
    }

    /** Without gates: the server is slow, and the test does not wait for phases. */
    @ParameterizedTest
    @CsvSource({"thread-pool, http", "event-loop, http", "thread-pool, https", "event-loop, https"})
    void knownDelaysAreAtLeastAsLongInTheTrace(String model, String scheme) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            if (scheme.equals("https")) {
                                rawConnection.pause(50);
                                rawConnection.shakeHands();
                            }
                            rawConnection.readRequest();
                            rawConnection.mark("asked");
                            rawConnection.pause(80);
                            rawConnection.mark("first byte");
                            rawConnection.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na");
                            rawConnection.pause(40);
                            rawConnection.write("b");
                            rawConnection.pause(40);
                            rawConnection.mark("last byte");
                            rawConnection.write("c");
                            rawConnection.awaitEnd();
                        })) {
            NetworkAccess network = new NetworkAccess(NameResolver.SYSTEM, TestKey.get().client());
            String site = scheme + "://127.0.0.1:" + server.port() + "/";
            Trace trace = RIG.run(network, EngineExtension.plan(model, site));

            assertAllAnswered(trace);
            assertThat(millis(trace, 0, Phase.WAIT)).isGreaterThanOrEqualTo(80);
            assertWithin(trace, 0, Phase.WAIT, server.at("asked"), server.at("first byte"));
            long received = trace.task(0).endNanos() - trace.sinceZero(server.at("first byte"));
            assertThat(received / 1e6).as("first byte to end, ms").isGreaterThanOrEqualTo(80);
            assertThat(trace.task(0).endNanos())
                    .isGreaterThanOrEqualTo(trace.sinceZero(server.at("last byte")));
            assertThat(trace.task(0).entered(Phase.TLS)).isEqualTo(scheme.equals("https"));
            assertThat(trace.task(0).entered(Phase.DNS)).as("figures need no lookup").isFalse();
            if (scheme.equals("https")) {
                assertThat(millis(trace, 0, Phase.TLS)).isGreaterThanOrEqualTo(25);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void aFullBacklogHoldsTheTaskInConnect(String model) throws Exception {
        try (RawServer server =
                RawServer.startCrowded(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.reply("200 OK");
                            rawConnection.awaitEnd();
                        })) {
            Run run =
                    RIG.start(
                            EngineExtension.plan(model, "http://127.0.0.1:" + server.port() + "/"));
            Trace trace = run.trace();

            Held connect = hold(trace, Phase.CONNECT, HOLD_MILLIS);
            server.openDoor();
            EngineExtension.finished(run);

            assertAllAnswered(trace);
            connect.assertWithinIts(trace);
        }
    }

    /** The system completes a connection before the server accepts it, so the rest waits. */
    @ParameterizedTest
    @CsvSource({
        "thread-pool, http, WAIT",
        "event-loop, http, WAIT",
        "thread-pool, https, TLS",
        "event-loop, https, TLS"
    })
    void aServerThatAcceptsLateDoesNotHoldTheTaskInConnect(
            String model, String scheme, Phase waiting) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.awaitGate("begin");
                            if (scheme.equals("https")) {
                                rawConnection.shakeHands();
                            }
                            rawConnection.readRequest();
                            rawConnection.reply("200 OK");
                            rawConnection.awaitEnd();
                        })) {
            NetworkAccess network = new NetworkAccess(NameResolver.SYSTEM, TestKey.get().client());
            String site = scheme + "://127.0.0.1:" + server.port() + "/";
            Run run = RIG.start(RIG.engine(network), EngineExtension.plan(model, site));

            Held held = hold(run.trace(), waiting, server, "begin");

            Trace trace = EngineExtension.finished(run);
            assertAllAnswered(trace);
            held.assertWithinIts(trace);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, ASYNC})
    void manyPiecesAreOneReceive(String model) throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.write(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                            for (int i = 0; i < 20; i++) {
                                rawConnection.write("3\r\nabc\r\n");
                                rawConnection.pause(1);
                            }
                            rawConnection.write("0\r\n\r\n");
                            rawConnection.awaitEnd();
                        })) {
            Trace trace =
                    RIG.run(EngineExtension.plan(model, "http://127.0.0.1:" + server.port() + "/"));

            assertAllAnswered(trace);
            assertThat(phases(trace, 0)).containsOnlyOnce(Phase.RECEIVE).endsWith(Phase.RECEIVE);
            assertThat(trace.task(0).exchanges())
                    .singleElement()
                    .extracting(Exchange::bytes)
                    .isEqualTo(60L);
        }
    }

    /** An interval in which a task was delayed. */
    private record Held(Phase phase, long from, long to) {
        void assertWithinIts(Trace trace) {
            assertWithin(trace, 0, phase, from, to);
            assertThat(millis(trace, 0, phase)).isGreaterThanOrEqualTo(HOLD_MILLIS);
        }
    }

    private static Held hold(Trace trace, Phase phase, RawServer server, String gate) {
        Held held = hold(trace, phase, HOLD_MILLIS);
        server.openGate(gate);
        return held;
    }

    private static Held hold(Trace trace, Phase phase, int millis) {
        awaitPhase(trace, 0, phase);
        long from = System.nanoTime();
        long until = from + TimeUnit.MILLISECONDS.toNanos(millis);
        Eventually.holds("the time has passed", () -> System.nanoTime() - until >= 0);
        assertThat(now(trace, 0)).as("it stays there while it is held").isEqualTo(phase);
        return new Held(phase, from, System.nanoTime());
    }

    private static void letPass(int millis) {
        try {
            boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
