package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RepeatedTries;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.ResourceStatistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;

/** Each sample list on what tasks share shows what its name says. */
class SampleListsRunTest {

    private static final Settings SETTINGS = Settings.DEFAULT.withTimeout(Duration.ofSeconds(60));

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static Trace run(String name, Settings settings) {
        return SampleLists.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> RIG.run(new Plan(one.sites(), "threads", settings)))
                .orElseThrow();
    }

    private static ResourceStatistics statistics(Trace trace, String resource) {
        ResourceTrack track =
                trace.resources().stream()
                        .filter(one -> one.name().equals(resource))
                        .findFirst()
                        .orElseThrow();
        return ResourceStatistics.of(trace, track, trace.wallNanos());
    }

    @Test
    void theRaceLosesUpdatesAndItsRemedyNone() {
        Trace trace = run("A race, and its remedy", SETTINGS);

        assertThat(statistics(trace, "unlocked").lost()).isPositive();
        assertThat(statistics(trace, "locked").lost()).isZero();
        assertThat(statistics(trace, "door").heldNanos()).isGreaterThan(999_000_000);
    }

    /** By the rule, so that it need not wait for the timeout. */
    @Test
    void twoLocksInTwoOrdersAreADeadlock() {
        RepeatedTries.holdsOnce(SampleListsRunTest::checkDeadlock); // not if one begins late
    }

    private static void checkDeadlock() {
        Trace trace =
                run(
                        "Two locks in two orders",
                        SETTINGS.withRules(RunRules.DEFAULT.withBreakDeadlocks(true)));

        assertThat(trace.deadlocks()).hasSize(1);
        assertThat(trace.tasks().stream().filter(it -> it.outcome().isSuccess())).hasSize(2);
    }

    @Test
    void theQueueFillsUpUntilTasksWaitForRoom() {
        RepeatedTries.holdsOnce(SampleListsRunTest::checkQueue); // not if the cooks are held up
    }

    private static void checkQueue() {
        Trace trace = run("A queue that fills up", SETTINGS);

        assertThat(statistics(trace, "dishes").waitedNanos()).isPositive();
        assertThat(trace.resources().getFirst().levels())
                .extracting(ResourceTrack.Level::items)
                .contains(2)
                .last()
                .isEqualTo(0);
    }
}
