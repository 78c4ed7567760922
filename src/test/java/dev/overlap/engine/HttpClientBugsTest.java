package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.inPhase;
import static dev.overlap.testkit.TraceAssertions.now;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.AsyncClient;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Tests for known bugs of HttpClient 5.6.5 and our remedies. A newer release may bring a bug back,
 * or make a remedy unnecessary.
 */
class HttpClientBugsTest {

    private static final List<InetAddress> HERE = List.of(InetAddress.ofLiteral("127.0.0.1"));

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** Trap 1, for the classic client; for the async one see {@code AsyncClientTest}. */
    @Test
    void aTimeoutOnAReusedConnectionReallyEndsTheExchange() throws Exception {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.reply("302 Found\r\nLocation: /again");
                            rawConnection.readRequest();
                            rawConnection.awaitEnd();
                        })) {
            Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(500));
            String site = "http://127.0.0.1:" + server.port() + "/";
            Run run = RIG.start(EngineExtension.plan("sequential", settings, site, "lab:/hang"));
            Trace trace = run.trace();
            awaitPhase(trace, 1, Phase.WAIT);

            Eventually.holds("the server sees it go", () -> server.marked("gone"));

            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(trace.task(0).exchanges()).hasSize(2);
            assertThat(trace.task(0).exchanges().getLast().reused()).isTrue();
            assertThat(EngineExtension.finished(run).wallNanos())
                    .as("it went because its task had ended, and not the run")
                    .isGreaterThan(trace.sinceZero(server.at("gone")));
        }
    }

    /** Trap 2: the library looks names up on the loop. */
    @Test
    void aSlowLookupBlocksNeitherTheLoopNorWhoeverHandsOverTasks() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        NameResolver slow =
                _ -> {
                    threads.add(Thread.currentThread().getName());
                    await(answer);
                    return HERE;
                };
        String slowSite = "http://slow.test:" + RIG.lab().uri().getPort() + "/delay/1";
        Engine engine = RIG.engine(new NetworkAccess(slow, NetworkAccess.system().ssl()));
        Run run = RIG.start(engine, EngineExtension.plan("event-loop", slowSite, "lab:/delay/20"));

        Eventually.holds("the other task has ended", () -> run.trace().ended() == 1);
        assertThat(now(run.trace(), 0)).isEqualTo(Phase.DNS);
        answer.countDown();

        assertAllAnswered(EngineExtension.finished(run));
        assertThat(threads).allMatch(name -> name.startsWith("overlap-dns-"));
    }

    /** Trap 2, for a redirect to the slow name, which the library resolves on the loop. */
    @Test
    void aSlowLookupBehindARedirectDoesNotBlockTheLoop() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        NameResolver slow =
                _ -> {
                    await(answer);
                    return HERE;
                };
        int lab = RIG.lab().uri().getPort();
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.reply(
                                    "302 Found\r\nLocation: http://slow.test:" + lab + "/");
                            rawConnection.awaitEnd();
                        })) {
            Engine engine = RIG.engine(new NetworkAccess(slow, NetworkAccess.system().ssl()));
            String site = "http://127.0.0.1:" + server.port() + "/";
            Run run = RIG.start(engine, EngineExtension.plan("event-loop", site, "lab:/delay/200"));

            awaitPhase(run.trace(), 0, Phase.DNS);
            Eventually.holds("the other task has ended", () -> run.trace().ended() == 1);
            assertThat(now(run.trace(), 0)).isEqualTo(Phase.DNS);
            answer.countDown();

            assertAllAnswered(EngineExtension.finished(run));
        }
    }

    /** Trap 3: the library fails them recursively, and most never end. */
    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "thread-pool"})
    void fiveThousandTasksWithANameThatDoesNotExistAllFail(String model) {
        NameResolver nowhere =
                host -> {
                    throw new UnknownHostException(host);
                };
        NetworkAccess network = new NetworkAccess(nowhere, NetworkAccess.system().ssl());

        // six connections at a time: the last task queues for long, which is not under test
        Settings patient = Settings.DEFAULT.withTimeout(Duration.ofMinutes(1));
        Trace trace =
                RIG.run(
                        network,
                        EngineExtension.plan(model, patient, "http://nowhere.test/ x5000"));

        assertThat(trace.tasks()).hasSize(5_000);
        assertThat(trace.tasks())
                .allSatisfy(
                        task ->
                                assertThat(failed(trace, task.index()).kind())
                                        .isEqualTo(FailureKind.NAME_NOT_FOUND));
    }

    /** Trap 5, as far as the engine is affected. */
    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "thread-pool", "blocked-loop"})
    void anErrorInAResolverEndsItsTaskAndNoOther(String model) {
        NameResolver broken =
                _ -> {
                    throw new AssertionError("a resolver that is broken");
                };
        NetworkAccess network = new NetworkAccess(broken, NetworkAccess.system().ssl());

        Trace trace =
                RIG.run(
                        network,
                        EngineExtension.plan(
                                model, "lab:/delay/50", "http://x.test/", "lab:/delay/1 x5"));

        assertThat(failed(trace, 1).sentence()).startsWith("http://x.test/");
        assertAnswered(trace, 0);
        assertAnswered(trace, 6);
    }

    /** The library's default is 32 KiB, three times per connection. */
    @Test
    void aConnectionHasSmallBuffers() {
        assertThat(AsyncClient.http1().getBufferSize()).isEqualTo(4096);
    }

    /** Trap 7, by memory use: three buffers of 32 KiB per connection would take 288 MB. */
    @Test
    void threeThousandTasksUnderWayTakeLittleMemory() {
        long before = usedAfterCollection();
        Run run = RIG.start(EngineExtension.plan("event-loop", "lab:/hang x3000"));
        Eventually.holds("all wait", () -> inPhase(run.trace(), Phase.WAIT) == 3_000);

        long used = usedAfterCollection() - before;
        run.cancel();
        EngineExtension.finished(run);

        assertThat(used >> 20).as("MB in use by both ends").isLessThan(200);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
