package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.inPhase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tests connection limits as seen by the server, which does not reply before every task has either
 * sent its request or waits for a connection.
 */
class LimitsAtTheServerTest {

    private static final int TASKS = 30;
    private static final Duration LONG_ENOUGH_TO_COME = Duration.ofMillis(200);

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Resolves every name to this machine, which Overlap treats as a foreign host. */
    private static final NetworkAccess WORLD =
            new NetworkAccess(
                    _ -> List.of(InetAddress.ofLiteral("127.0.0.1")), NetworkAccess.system().ssl());

    private void serve(RawConnection rawConnection) throws IOException {
        while (true) {
            rawConnection.readRequest();
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            rawConnection.awaitGate("answer");
            now.decrementAndGet();
            rawConnection.reply("200 OK");
        }
    }

    /** Runs these sites, and has them answered once exactly this many requests have arrived. */
    private Trace run(RawServer server, int requests, String model, Settings use, String... hosts) {
        String[] sites = new String[hosts.length];
        for (int i = 0; i < hosts.length; i++) {
            sites[i] = "http://%s:%d/ x%d".formatted(hosts[i], server.port(), TASKS / hosts.length);
        }
        Run run = RIG.start(RIG.engine(WORLD), EngineExtension.plan(model, use, sites));
        Trace trace = run.trace();
        Eventually.holds("so many have come", () -> now.get() >= requests);
        Eventually.holds(
                "the others wait for a connection",
                () -> inPhase(trace, Phase.WAIT) + inPhase(trace, Phase.LEASE) == TASKS);
        long until = System.nanoTime() + LONG_ENOUGH_TO_COME.toNanos();
        Eventually.holds("whoever may come has come", () -> System.nanoTime() - until >= 0);
        server.openGate("answer");
        assertAllAnswered(EngineExtension.finished(run));
        return trace;
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 0, 6, OVERLAP",
        "event-loop, 0, 6, OVERLAP",
        "threads, 3, 3, PLAN",
        "event-loop, 3, 3, PLAN",
        "threads, 20, 20, PLAN",
        "event-loop, 20, 20, PLAN",
        "threads, 21, 20, MANNERS",
        "event-loop, 1000, 20, MANNERS"
    })
    void anotherHostHasSixAtOnceOrAsManyAsAreSetAndNeverMoreThanTwenty(
            String model, int set, int limit, ConnectionLimit.Origin origin) throws IOException {
        Settings use =
                Settings.DEFAULT.withConnections(ConnectionSettings.DEFAULT.withPerHost(set));
        try (RawServer server = RawServer.start(this::serve)) {
            Trace trace = run(server, limit, model, use, "foreign.test");

            assertThat(most).as("requests at once").hasValue(limit);
            assertThat(server.visits()).as("connections").isEqualTo(limit);
            assertThat(trace.task(0).limit(0))
                    .isEqualTo(
                            new ConnectionLimit("foreign.test:" + server.port(), limit, origin, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"threads, 0, 30", "event-loop, 0, 30", "threads, 25, 25", "event-loop, 25, 25"})
    void thisMachineHasNoLimitButTheOneThatIsSet(String model, int set, int limit)
            throws IOException {
        Settings use =
                Settings.DEFAULT.withConnections(ConnectionSettings.DEFAULT.withPerHost(set));
        try (RawServer server = RawServer.start(this::serve)) {
            run(server, limit, model, use, "127.0.0.1");

            assertThat(most).hasValue(limit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "event-loop"})
    void eachHostHasALimitOfItsOwn(String model) throws IOException {
        try (RawServer server = RawServer.start(this::serve)) {
            run(server, 18, model, Settings.DEFAULT, "a.test", "b.test", "c.test");

            assertThat(most).hasValue(18);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "event-loop"})
    void theLimitInAllHoldsForAllHostsTogether(String model) throws IOException {
        Settings use = Settings.DEFAULT.withConnections(ConnectionSettings.DEFAULT.withTotal(8));
        try (RawServer server = RawServer.start(this::serve)) {
            Trace trace = run(server, 8, model, use, "a.test", "b.test", "127.0.0.1");

            assertThat(most).hasValue(8);
            assertThat(trace.task(0).limit(0).total()).isEqualTo(8);
        }
    }

    /** Workers limit the tasks, and so the requests, regardless of the connection limits. */
    @Test
    void aPoolHasFourWorkersUnlessAnotherNumberIsSet() throws IOException {
        try (RawServer server = RawServer.start(this::serve)) {
            String site = "http://127.0.0.1:" + server.port() + "/ x9";
            Run run = RIG.start(EngineExtension.plan("thread-pool", site));
            Eventually.holds("four have come", () -> now.get() == 4);
            server.openGate("answer");

            assertThat(EngineExtension.finished(run).workers()).hasSize(4);
            assertThat(most).hasValue(4);
        }
    }

    @Test
    void aLoopHasAsManyHelpersAsPythonsUnlessAnotherNumberIsSet() throws IOException {
        int helpers = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
        try (RawServer server = RawServer.start(this::serve)) {
            String site = "http://127.0.0.1:" + server.port() + "/ x40";
            Run run = RIG.start(EngineExtension.plan("loop-offload", site));
            Eventually.holds("all helpers have come", () -> now.get() == helpers);
            server.openGate("answer");

            assertThat(EngineExtension.finished(run).workers()).hasSize(helpers + 1);
            assertThat(most).hasValue(helpers);
        }
    }
}
