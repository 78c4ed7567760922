package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the connection tracks of real runs. */
class RunConnectionsTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static Settings atMost(int connections) {
        return Settings.DEFAULT.withConnections(
                ConnectionSettings.DEFAULT.withPerHost(connections));
    }

    /** Asserts that in a finished trace each sent exchange is one use, at its time. */
    private static void assertUsesAreSound(Trace trace) {
        int uses = 0;
        for (ConnectionTrack connection : trace.connections()) {
            long before = 0;
            for (int use = 0; use < connection.uses(); use++) {
                TaskTrack task = trace.task(connection.task(use));
                Exchange exchange = task.exchanges().get(connection.exchange(use));
                assertThat(exchange.connection()).isEqualTo(connection.identity());
                assertThat(exchange.reused()).isEqualTo(use > 0 || !connection.wasOpened());
                assertThat(connection.begin(use)).isGreaterThanOrEqualTo(before);
                assertThat(connection.begin(use)).isGreaterThanOrEqualTo(exchange.startNanos());
                before = connection.end(use);
                assertThat(before).isBetween(connection.begin(use), task.endNanos());
            }
            uses += connection.uses();
        }
        assertThat(uses)
                .isEqualTo(trace.tasks().stream().mapToInt(it -> it.exchanges().size()).sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "loop-one-by-one"})
    void threeTasksOneAfterAnotherKeepOneConnection(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "lab:/delay/20 x3"));

        assertAllAnswered(trace);
        assertUsesAreSound(trace);
        assertThat(trace.connections()).hasSize(1);
        assertThat(trace.connections().getFirst().uses()).isEqualTo(3);
        assertThat(trace.connections().getFirst().host())
                .isEqualTo("127.0.0.1:" + RIG.lab().uri().getPort());
    }

    @Test
    void loopWithThreeConnectionsSharesThemAmongNineTasks() {
        Trace trace = RIG.run(EngineExtension.plan("event-loop", atMost(3), "lab:/delay/60 x9"));

        assertAllAnswered(trace);
        assertUsesAreSound(trace);
        assertThat(trace.connections()).hasSize(3);
        assertThat(trace.connections()).allMatch(ConnectionTrack::wasOpened);
        assertThat(trace.connections().stream().mapToInt(ConnectionTrack::uses).sum()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "event-loop"})
    void redirectToTheSameHostAndAPollUseTheirConnectionAgain(String model) {
        Trace trace =
                RIG.run(EngineExtension.plan(model, "lab:/redirect/2", "poll:lab:/jobs?takes=150"));

        assertAllAnswered(trace);
        assertUsesAreSound(trace);
        assertThat(trace.task(0).exchanges()).hasSize(3);
        assertThat(trace.connections()).hasSizeLessThanOrEqualTo(2);
    }
}
