package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the connection settings with the classic client and the async client. */
class ConnectionsTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static Settings with(ConnectionSettings connections) {
        return Settings.DEFAULT.withConnections(connections);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void secondTaskOnTheOnlyConnectionWaitsInLease(String model) {
        Settings one = with(ConnectionSettings.DEFAULT.withPerHost(1));
        Trace trace = RIG.run(EngineExtension.plan(model, one, "lab:/delay/400 x2"));

        int late = trace.task(0).endNanos() > trace.task(1).endNanos() ? 0 : 1;
        assertThat(endOf(trace, late, Phase.LEASE))
                .isGreaterThanOrEqualTo(endOf(trace, 1 - late, Phase.WAIT));
        assertThat(trace.task(late).entered(Phase.CONNECT)).as("it reuses that one").isFalse();
    }

    /** Returns when a task left a phase that it was in only once. */
    private static long endOf(Trace trace, int task, Phase phase) {
        assertThat(phases(trace, task)).containsOnlyOnce(phase);
        return trace.task(task).end(phases(trace, task).indexOf(phase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequential",
                "threads",
                "thread-pool",
                "virtual-threads",
                "event-loop",
                "loop-one-by-one",
                "blocked-loop",
                "loop-offload"
            })
    void warmConnectionsAreOpenBeforeTheRunBegins(String model) {
        Settings warm = with(ConnectionSettings.DEFAULT.withWarm(true));
        Trace trace = RIG.run(EngineExtension.plan(model, warm, "lab:/delay/60 x4"));

        for (int task = 0; task < 4; task++) {
            assertThat(phases(trace, task)).doesNotContain(Phase.CONNECT);
            assertThat(trace.task(task).exchanges().getFirst().reused()).isTrue();
        }
    }
}
