package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.lab.Lab;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** No trace, under any model, exceeds a connection limit. */
class ConnectionLimitTest {

    private static final int LIMIT = 2;

    /** Many short requests, so that connections are passed on often; some fail. */
    private static final String SITES =
            """
            lab:/delay/2 x30
            lab:/bytes/40000 x15
            lab:/redirect/1 x5
            lab:/status/204 x5
            lab:/close?after=1 x4
            lab:/reset?after=1 x3
            """;

    private static Lab lab;
    private static Engine engine;

    @BeforeAll
    static void open() throws Exception {
        lab = Lab.start();
        engine = new Engine(lab.uri());
    }

    @AfterAll
    static void close() throws Exception {
        engine.close();
        lab.close();
    }

    static Stream<String> models() {
        return ConcurrencyModel.all().stream().filter(it -> !it.hangs()).map(ConcurrencyModel::id);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noMoreTasksHoldAConnectionThanMay(String model) throws Exception {
        Settings settings =
                Settings.DEFAULT
                        .withWorkers(4)
                        .withConnections(ConnectionSettings.DEFAULT.withTotal(LIMIT));
        Run run = engine.start(new Plan(SiteList.parse(SITES), model, settings));
        run.done().toCompletableFuture().get(120, TimeUnit.SECONDS);
        Trace trace = run.trace();
        assertThat(trace.tasks()).hasSize(62).allMatch(task -> task.outcome() != null);
        assertThat(ConcurrencyCurve.of(trace, trace.wallNanos()).peak()).isBetween(1, LIMIT);
        usesOf(trace).forEach(ConnectionLimitTest::assertApart);
    }

    private record Use(long begin, long end) {}

    /** Returns when each connection was used, from the phases of the tasks. */
    private static Map<String, List<Use>> usesOf(Trace trace) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (TaskTrack task : trace.tasks()) {
            int exchange = -1;
            for (int s = 0; s < task.segments(); s++) {
                if (task.phase(s) == Phase.LEASE) {
                    exchange++;
                } else if (task.phase(s).holdsConnection()) {
                    Use use = new Use(task.begin(s), task.end(s));
                    uses.computeIfAbsent(connection(task, exchange), _ -> new ArrayList<>())
                            .add(use);
                }
            }
        }
        uses.remove("");
        assertThat(uses).isNotEmpty();
        return uses;
    }

    private static String connection(TaskTrack task, int exchange) {
        return task.exchanges().stream()
                .filter(it -> it.number() == exchange)
                .map(Exchange::connection)
                .findFirst()
                .orElse("");
    }

    private static void assertApart(String connection, List<Use> uses) {
        uses.sort(Comparator.comparingLong(Use::begin).thenComparingLong(Use::end));
        for (int i = 1; i < uses.size(); i++) {
            assertThat(uses.get(i).begin())
                    .as("use %d of %s", i, connection)
                    .isGreaterThanOrEqualTo(uses.get(i - 1).end());
        }
    }
}
