package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.StepInterval;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tests tasks of several steps under each way of execution. */
class StepsTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    static List<String> models() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .map(ConcurrencyModel::id)
                .toList();
    }

    /** Returns the phases in which a task did something, each once in a row. */
    private static List<Phase> work(Trace trace, int task) {
        List<Phase> work = new ArrayList<>();
        for (Phase phase : phases(trace, task)) {
            boolean counts = phase == Phase.WAIT || phase == Phase.COMPUTE || phase == Phase.PAUSE;
            if (counts && (work.isEmpty() || work.getLast() != phase)) {
                work.add(phase);
            }
        }
        return work;
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepsAreDoneInOrderUnderEveryModel(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                "lab:/bytes/10?ms=5 -> cpu:2ms -> sleep:10ms -> lab:/bytes/7 x2"));

        for (TaskTrack task : trace.tasks()) {
            assertThat(task.outcome())
                    .as("status and bytes of the last answer")
                    .isEqualTo(new Outcome.Answered(200, 7));
            assertThat(work(trace, task.index()))
                    .containsExactly(Phase.WAIT, Phase.COMPUTE, Phase.PAUSE, Phase.WAIT);
            assertThat(task.nanosIn(Phase.PAUSE, trace.wallNanos())).isGreaterThan(9_000_000);
            assertThat(task.exchanges()).hasSize(2);
            assertInOrder(task);
        }
    }

    private static void assertInOrder(TaskTrack task) {
        assertThat(task.steps()).extracting(StepInterval::step).containsExactly(0, 1, 2, 3);
        long last = 0;
        for (StepInterval step : task.steps()) {
            assertThat(step.beginNanos()).isGreaterThanOrEqualTo(last);
            assertThat(step.endNanos()).isBetween(step.beginNanos(), task.endNanos());
            last = step.endNanos();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "process-pool", "event-loop", "loop-offload"})
    void aStepThatFailsEndsItsTaskAndIsNamed(String model) {
        Settings patient = Settings.DEFAULT.withTimeout(Duration.ofSeconds(30));
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                patient,
                                "sleep:1ms -> lab:/reset?after=1 -> cpu:1ms",
                                "lab:/status/500 -> sleep:1ms"));

        Outcome.Failed failure = failed(trace, 0);
        assertThat(failure.kind()).isEqualTo(FailureKind.RESET);
        assertThat(failure.sentence()).startsWith("lab:/reset?after=1 (step 2 of 3) ");
        assertThat(trace.task(0).steps()).hasSize(2);
        assertThat(trace.task(0).steps().getLast().endNanos()).isEqualTo(TaskTrack.OPEN);
        assertThat(trace.task(1).outcome())
                .as("an HTTP error is an answer, and the next step goes on")
                .isEqualTo(new Outcome.Answered(500, trace.task(1).exchanges().getLast().bytes()));
        assertThat(work(trace, 1)).endsWith(Phase.PAUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "process-pool", "event-loop"})
    void theTimeoutIsThatOfTheTask(String model) {
        Settings hasty = Settings.DEFAULT.withTimeout(Duration.ofMillis(300));
        Trace trace = RIG.run(EngineExtension.plan(model, hasty, "sleep:1ms -> sleep:1min"));

        Outcome.Failed failure = failed(trace, 0);
        assertThat(failure.kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(trace.task(0).endNanos()).isGreaterThan(290_000_000);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTaskThatOnlySleepsIsDone(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "sleep:5ms"));

        assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Done());
        assertThat(trace.task(0).steps()).as("a single step records none").isEmpty();
    }

    @Test
    void sleepsOverlapOnALoopAndHoldTheBlockedOne() {
        long sleep = Duration.ofMillis(60).toNanos();
        Trace loop = RIG.run(EngineExtension.plan("event-loop", "sleep:60ms x5"));
        Trace blocked = RIG.run(EngineExtension.plan("blocked-loop", "sleep:60ms x5"));

        assertThat(loop.tasks())
                .allSatisfy(
                        task -> {
                            assertThat(task.endNanos()).isGreaterThan(sleep * 9 / 10);
                            assertThat(task.begin(task.segmentAt(sleep / 2)))
                                    .as("all have set their timers before the first ends")
                                    .isLessThan(loop.task(0).endNanos());
                        });
        assertThat(blocked.wallNanos()).isGreaterThan(5 * sleep * 9 / 10);
    }

    @Test
    void aComputationInPiecesGivesWayBetweenThem() {
        Trace whole = RIG.run(EngineExtension.plan("event-loop", "cpu:40ms", "cpu:40ms"));
        Trace pieces = RIG.run(EngineExtension.plan("event-loop", "cpu:40ms/8", "cpu:40ms/8"));

        assertThat(whole.task(0).endNanos())
                .as("one after the other")
                .isLessThanOrEqualTo(firstCompute(whole, 1));
        assertThat(pieces.task(0).endNanos()).as("in turns").isGreaterThan(firstCompute(pieces, 1));
        assertThat(phases(pieces, 0).stream().filter(phase -> phase == Phase.COMPUTE).count())
                .isEqualTo(8);
        assertThat((double) pieces.task(0).cpuNanos() / whole.task(0).cpuNanos())
                .as("as much as in one piece")
                .isBetween(0.5, 2.0);
    }

    private static long firstCompute(Trace trace, int task) {
        TaskTrack track = trace.task(task);
        for (int segment = 0; segment < track.segments(); segment++) {
            if (track.phase(segment) == Phase.COMPUTE) {
                return track.begin(segment);
            }
        }
        throw new AssertionError("task " + task + " never computed");
    }

    @Test
    void theProcessorTimeOfAllComputationsOfATaskIsAdded() {
        String ten = String.join(" -> ", Collections.nCopies(10, "cpu:5ms"));
        Trace trace = RIG.run(EngineExtension.plan("threads", "cpu:5ms", ten));

        // ten, so that a first computation that is slow by its cold code cannot hide the sum
        assertThat((double) trace.task(1).cpuNanos() / trace.task(0).cpuNanos())
                .isBetween(2.5, 40.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab:/delay/1 -> sleep:1ms", "lock:a { lab:/delay/1 }"})
    void theLoopThatWaitsForItselfHangsAtTheFirstStepOfAnyKind(String line) {
        Settings hasty = Settings.DEFAULT.withTimeout(Duration.ofMillis(200));
        Trace trace = RIG.run(EngineExtension.plan("loop-waits-for-itself", hasty, line));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(failed(trace, 0).sentence()).contains("its step held the loop");
        assertThat(trace.task(0).steps()).isEmpty();
    }
}
