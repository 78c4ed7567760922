package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.lab.Lab;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tests the explanations of waits for real runs. */
class RunWaitsTest {

    private static final String DURATION = "\\d[\\d.]* m?s";

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

    private static Trace run(String model, Settings settings, String... sites) throws Exception {
        SiteList list = SiteList.parse(String.join("\n", sites));
        Run run = engine.start(new Plan(list, model, settings));
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        return run.trace();
    }

    /**
     * Asserts that one of the sentences on a task's waits is this one. On a busy machine there may
     * be others, such as one on dispatching.
     */
    private static void assertSaid(Trace trace, int task, String sentence) {
        assertThat(WaitExplanation.of(trace, task, trace.wallNanos()))
                .anySatisfy(said -> assertThat(said).matches(sentence));
    }

    @Test
    void thirdTaskOfTwoWorkersWaitedForTheOneThatWasFreeFirst() throws Exception {
        Trace trace =
                run(
                        "thread-pool",
                        Settings.DEFAULT.withWorkers(2),
                        "lab:/delay/400",
                        "lab:/delay/100",
                        "lab:/delay/20");

        assertSaid(
                trace,
                2,
                "Both workers were busy for "
                        + DURATION
                        + "; the first to be free was thread-[12], after lab:/delay/100\\.");
    }

    /** A step of its own may have delayed it for a moment, too. */
    @Test
    void secondTaskOfABlockedLoopWaitedForTheFirst() throws Exception {
        Trace trace = run("blocked-loop", Settings.DEFAULT, "lab:/delay/300", "lab:/delay/20");

        assertSaid(
                trace, 1, "The loop was held by lab:/delay/300 for " + DURATION + "( and .+)?\\.");
    }

    @Test
    void secondTaskOnTheOnlyConnectionNamesTheLimitAndTheFirst() throws Exception {
        ConnectionSettings one = ConnectionSettings.DEFAULT.withPerHost(1);
        Trace trace =
                run(
                        "event-loop",
                        Settings.DEFAULT.withConnections(one),
                        "lab:/delay/100",
                        "lab:/delay/20");

        assertSaid(
                trace,
                1,
                "Waited "
                        + DURATION
                        + " for a connection to 127\\.0\\.0\\.1:\\d+: the only one allowed was in"
                        + " use; the first to be free was \\S+, after lab:/delay/100\\.");
    }

    @Test
    void secondTaskOnALoopThatMayCarryOneAtOnceNamesTheFirst() throws Exception {
        Settings one = Settings.DEFAULT.withWorkers(1);
        for (String model : List.of("event-loop", "virtual-threads")) {
            Trace trace = run(model, one, "lab:/delay/300", "lab:/delay/20");

            assertSaid(
                    trace,
                    1,
                    "The limit of 1 task at once was reached for "
                            + DURATION
                            + "; there was room again after lab:/delay/300\\.");
        }
    }

    @Test
    void secondTaskForTheOnlyHelperOfTheLoopNamesItAndNotTheLoop() throws Exception {
        Settings one = Settings.DEFAULT.withWorkers(1);
        Trace trace = run("loop-offload", one, "lab:/delay/300", "lab:/delay/20");

        assertSaid(
                trace,
                1,
                "The only worker, offload-1, was busy with lab:/delay/300 until "
                        + DURATION
                        + "\\.");
    }
}
