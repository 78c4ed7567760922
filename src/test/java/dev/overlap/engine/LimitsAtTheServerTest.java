package dev.overlap.engine;

import static dev.overlap.testkit.Traces.assertAllAnswered;
import static dev.overlap.testkit.Traces.inPhase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Connections;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.Rig;
import dev.overlap.testkit.Visit;
import dev.overlap.trace.Limit;
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
 * The limits of connections, as the server sees them that they are there for. It answers nobody
 * before all tasks either have their request there or wait for a connection.
 */
class LimitsAtTheServerTest {

    private static final int TASKS = 30;
    private static final Duration LONG_ENOUGH_TO_COME = Duration.ofMillis(200);

    @RegisterExtension static final Rig RIG = new Rig();

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Every name is one of this machine's, but Overlap does not know. */
    private static final Network WORLD =
            new Network(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")), Network.system().ssl());

    private void serve(Visit visit) throws IOException {
        while (true) {
            visit.readRequest();
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            visit.awaitGate("answer");
            now.decrementAndGet();
            visit.reply("200 OK");
        }
    }

    /** Runs these sites, and lets them be answered once so many requests are there, and no more. */
    private Trace run(RawServer server, int requests, String model, Settings use, String... hosts) {
        String[] sites = new String[hosts.length];
        for (int i = 0; i < hosts.length; i++) {
            sites[i] = "http://%s:%d/ x%d".formatted(hosts[i], server.port(), TASKS / hosts.length);
        }
        Run run = RIG.start(RIG.engine(WORLD), Rig.plan(model, use, sites));
        Trace trace = run.trace();
        Eventually.holds("so many have come", () -> now.get() >= requests);
        Eventually.holds(
                "the others wait for a connection",
                () -> inPhase(trace, Phase.WAIT) + inPhase(trace, Phase.LEASE) == TASKS);
        long until = System.nanoTime() + LONG_ENOUGH_TO_COME.toNanos();
        Eventually.holds("whoever may come has come", () -> System.nanoTime() - until >= 0);
        server.openGate("answer");
        assertAllAnswered(Rig.finished(run));
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
            String model, int set, int limit, Limit.Origin origin) throws IOException {
        Settings use = Settings.DEFAULT.withConnections(Connections.DEFAULT.withPerHost(set));
        try (RawServer server = RawServer.start(this::serve)) {
            Trace trace = run(server, limit, model, use, "foreign.test");

            assertThat(most).as("requests at once").hasValue(limit);
            assertThat(server.visits()).as("connections").isEqualTo(limit);
            assertThat(trace.task(0).limit(0))
                    .isEqualTo(new Limit("foreign.test:" + server.port(), limit, origin, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"threads, 0, 30", "event-loop, 0, 30", "threads, 25, 25", "event-loop, 25, 25"})
    void thisMachineHasNoLimitButTheOneThatIsSet(String model, int set, int limit)
            throws IOException {
        Settings use = Settings.DEFAULT.withConnections(Connections.DEFAULT.withPerHost(set));
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
        Settings use = Settings.DEFAULT.withConnections(Connections.DEFAULT.withTotal(8));
        try (RawServer server = RawServer.start(this::serve)) {
            Trace trace = run(server, 8, model, use, "a.test", "b.test", "127.0.0.1");

            assertThat(most).hasValue(8);
            assertThat(trace.task(0).limit(0).total()).isEqualTo(8);
        }
    }

    /** Workers limit the tasks, and so the requests, whatever connections are allowed. */
    @Test
    void aPoolHasFourWorkersUnlessAnotherNumberIsSet() throws IOException {
        try (RawServer server = RawServer.start(this::serve)) {
            String site = "http://127.0.0.1:" + server.port() + "/ x9";
            Run run = RIG.start(Rig.plan("thread-pool", site));
            Eventually.holds("four have come", () -> now.get() == 4);
            server.openGate("answer");

            assertThat(Rig.finished(run).workers()).hasSize(4);
            assertThat(most).hasValue(4);
        }
    }
}
