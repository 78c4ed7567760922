package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.atOnce;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RepeatedTries;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.Statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/**
 * Tests computations under each way of execution.
 *
 * <p>Other programs share the caches and the clock rate of this machine, so CPU times are compared
 * with each other, and repeatedly. {@code CalibratedWorkTest} checks the exact amount of
 * arithmetic.
 */
class ComputeTest {

    /** A generous limit: the promise is 50 ms; without a cancel it would be ten minutes. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "thread-pool", "event-loop", "blocked-loop"})
    void aComputationTakesTheCpuTimeThatItWasAskedFor(String model) {
        RepeatedTries.holdsOnce(
                () -> {
                    Trace trace = RIG.run(EngineExtension.plan(model, "cpu:50ms", "cpu:200ms"));
                    assertThat((double) trace.task(1).cpuNanos() / trace.task(0).cpuNanos())
                            .isBetween(3.2, 4.8);
                    assertThat(Duration.ofNanos(trace.task(1).cpuNanos()))
                            .isBetween(Duration.ofMillis(130), Duration.ofMillis(320));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "thread-pool", "event-loop", "blocked-loop"})
    void aComputationMakesNoExchangeAndItsWorkIsItsCpuTime(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "cpu:20ms x2"));

        for (TaskTrack task : trace.tasks()) {
            assertThat(task.outcome()).isEqualTo(new Outcome.Computed());
            assertThat(phases(trace, task.index()))
                    .startsWith(Phase.QUEUED)
                    .endsWith(Phase.COMPUTE)
                    .doesNotContain(Phase.LEASE, Phase.SEND, Phase.WAIT, Phase.PAUSE);
            assertThat(task.workNanos(trace.wallNanos())).isEqualTo(task.cpuNanos());
            assertThat(task.exchanges()).isEmpty();
        }
        Statistics numbers = Statistics.of(trace, trace.wallNanos());
        assertThat(numbers.cpuNanos())
                .isEqualTo(trace.task(0).cpuNanos() + trace.task(1).cpuNanos());
        assertThat(numbers.computed()).isEqualTo(2);
    }

    @Test
    void moreThanThereAreCoresTakeLongerOnTheWallAndNotOnTheProcessor() {
        int tasks = 4 * Runtime.getRuntime().availableProcessors();
        Settings each = Settings.DEFAULT.withWorkers(tasks);
        RepeatedTries.holdsOnce(
                () -> {
                    Trace trace =
                            RIG.run(
                                    EngineExtension.plan(
                                            "thread-pool", each, "cpu:100ms x" + tasks));
                    assertThat(atOnce(trace, Phase.COMPUTE)).isGreaterThan(1);
                    assertThat(trace.tasks())
                            .allSatisfy(
                                    task ->
                                            assertThat(Duration.ofNanos(task.cpuNanos()))
                                                    .isLessThan(Duration.ofMillis(190)));
                    assertThat(trace.tasks())
                            .as("on the wall")
                            .anyMatch(task -> computing(task) > 1.5 * task.cpuNanos());
                });
    }

    private static long computing(TaskTrack task) {
        return task.nanosIn(Phase.COMPUTE, task.endNanos());
    }

    /** The replies arrive during the computation. */
    @Test
    void whileTheLoopComputesNobodySeesAReply() {
        Trace trace = RIG.run(EngineExtension.plan("event-loop", "lab:/delay/300 x3", "cpu:700ms"));

        TaskTrack computing = trace.task(3);
        assertThat(computing.outcome()).isEqualTo(new Outcome.Computed());
        for (int task = 0; task < 3; task++) {
            TraceAssertions.assertAnswered(trace, task);
            assertThat(first(trace.task(task), Phase.RECEIVE))
                    .isGreaterThanOrEqualTo(computing.endNanos());
        }
        WorkerTrack loop = trace.worker(0);
        int slice = loop.sliceAt(computing.endNanos() - 1);
        assertThat(loop.task(slice)).isEqualTo(3);
        assertThat(loop.begin(slice)).isLessThanOrEqualTo(first(computing, Phase.COMPUTE));
    }

    @Test
    void whileOneThreadComputesTheOthersSeeTheirReplies() {
        Trace trace =
                RIG.run(EngineExtension.plan("thread-pool", "cpu:1500ms", "lab:/delay/20 x3"));

        for (int task = 1; task < 4; task++) {
            TraceAssertions.assertAnswered(trace, task);
            assertThat(trace.task(task).endNanos()).isLessThan(trace.task(0).endNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "thread-pool", "event-loop", "blocked-loop"})
    void aCancelEndsTheArithmeticToo(String model) {
        for (boolean locked : new boolean[] {false, true}) {
            Run run = RIG.start(EngineExtension.plan(model, rules(locked), "cpu:600s x4"));
            awaitPhase(run.trace(), 0, Phase.COMPUTE);

            run.cancel();
            long returned = run.trace().sinceZero(System.nanoTime());
            long soon = returned + SOON.toNanos();

            assertThat(run.trace().tasks())
                    .allSatisfy(
                            task -> {
                                assertThat(task.outcome()).isEqualTo(new Outcome.Cancelled());
                                assertThat(task.endNanos()).isLessThanOrEqualTo(returned);
                            });
            assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
            assertThat(run.trace().workers())
                    .allSatisfy(worker -> assertThat(lastBusy(worker)).isLessThan(soon));
        }
    }

    private static long lastBusy(WorkerTrack worker) {
        return worker.slices() == 0 ? 0 : worker.end(worker.slices() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop", "blocked-loop"})
    void theTimeoutEndsTheArithmeticAndTheWorkerGoesOn(String model) {
        Settings hasty = Settings.DEFAULT.withTimeout(Duration.ofMillis(1_500));
        Trace trace = RIG.run(EngineExtension.plan(model, hasty, "cpu:600s", "lab:/delay/1"));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(failed(trace, 0).sentence())
                .startsWith("cpu:600000ms took longer than 1.5 s")
                .contains("in the phase \"compute\"");
        TraceAssertions.assertAnswered(trace, 1);
    }

    @Test
    void ofFourThreadsOnlyTheOneWithTheInterpreterLockComputes() {
        Trace trace = RIG.run(EngineExtension.plan("thread-pool", rules(true), "cpu:100ms x4"));

        assertAllComputed(trace);
        assertThat(atOnce(trace, Phase.COMPUTE)).isOne();
        assertThat(atOnce(trace, Phase.READY)).isBetween(2, 4);
        for (TaskTrack task : trace.tasks()) {
            for (int segment = 0; segment < task.segments(); segment++) {
                assertThat(task.isForLock(segment)).isEqualTo(task.phase(segment) == Phase.READY);
            }
        }
        assertThat(phases(trace, 0)).as("it had to give the lock back").contains(Phase.READY);
    }

    @Test
    void withoutTheLockNobodyIsReadyAndSeveralCompute() {
        Trace trace = RIG.run(EngineExtension.plan("thread-pool", rules(false), "cpu:100ms x4"));

        assertAllComputed(trace);
        assertThat(atOnce(trace, Phase.COMPUTE)).isGreaterThan(1);
        assertThat(atOnce(trace, Phase.READY)).isZero();
    }

    @Test
    void whoWaitsForAReplyDoesNotHoldTheLock() {
        Settings locked = rules(true).withWorkers(2);
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                "thread-pool", locked, "lab:/delay/1500", "cpu:100ms"));

        assertThat(trace.task(1).outcome()).isEqualTo(new Outcome.Computed());
        assertThat(trace.task(1).entered(Phase.READY)).isFalse();
        assertThat(trace.task(1).endNanos()).isLessThan(trace.task(0).endNanos());
    }

    @Test
    void whoTimesOutWhileItWaitsForTheLockLeavesItToTheOthers() {
        Settings hasty = rules(true).withTimeout(Duration.ofMillis(800));
        Run run = RIG.start(EngineExtension.plan("thread-pool", hasty, "cpu:600s x4", "cpu:20ms"));

        Eventually.holds("four time out", () -> run.trace().ended() >= 4);

        Trace trace = EngineExtension.finished(run);
        assertThat(trace.task(4).outcome()).isEqualTo(new Outcome.Computed());
        assertThat(failed(trace, 1).kind()).isEqualTo(FailureKind.TIMED_OUT);
    }

    @Test
    void theLockChangesNothingForFetches() {
        Trace trace = RIG.run(EngineExtension.plan("thread-pool", rules(true), "lab:/delay/30 x8"));

        assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.READY)).isZero();
    }

    private static void assertAllComputed(Trace trace) {
        assertThat(trace.tasks())
                .allSatisfy(task -> assertThat(task.outcome()).isEqualTo(new Outcome.Computed()));
    }

    private static Settings rules(boolean interpreterLock) {
        return Settings.DEFAULT.withRules(RunRules.DEFAULT.withInterpreterLock(interpreterLock));
    }

    private static long first(TaskTrack task, Phase phase) {
        for (int segment = 0; segment < task.segments(); segment++) {
            if (task.phase(segment) == phase) {
                return task.begin(segment);
            }
        }
        throw new AssertionError(task.label() + " was never in " + phase);
    }
}
