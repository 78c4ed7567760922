package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/** When the program has the results in hand, by the way in which it collects them. */
class ResultCollectionTest {

    private static final long NEVER = -1;

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** The models for which it can be chosen; processes are slow to start, and tested apart. */
    static List<String> models() {
        return ConcurrencyModel.all().stream()
                .filter(model -> model.fixedCollect().isEmpty())
                .map(ConcurrencyModel::id)
                .filter(id -> !id.equals("process-pool"))
                .toList();
    }

    static List<String> modelsThatOverlap() {
        return models().stream().filter(id -> !id.equals("blocked-loop")).toList();
    }

    private static Settings collecting(CollectMode mode) {
        return Settings.DEFAULT.withRules(RunRules.DEFAULT.withCollect(mode));
    }

    private static Trace run(String model, CollectMode mode, String... lines) {
        return RIG.run(EngineExtension.plan(model, collecting(mode), lines));
    }

    private static long collected(Trace trace, int task) {
        return trace.task(task).collectedNanos();
    }

    private static void assertNoneIsCollectedBeforeItsEnd(Trace trace) {
        assertThat(trace.tasks())
                .allSatisfy(
                        task ->
                                assertThat(task.collectedNanos())
                                        .isGreaterThanOrEqualTo(task.endNanos()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void unlessToldOtherwiseTheProgramHasAllResultsOnceTheLastTaskIsDone(String model) {
        Trace trace = run(model, CollectMode.ALL, "lab:/delay/5", "lab:/reset", "lab:/delay/60");

        assertThat(trace.collects()).isEqualTo(CollectRule.AT_END);
        assertThat(trace.tasks())
                .extracting(TaskTrack::collectedNanos)
                .containsOnly(collected(trace, 0));
        assertThat(collected(trace, 0)).isGreaterThanOrEqualTo(trace.wallNanos());
    }

    @ParameterizedTest
    @MethodSource("modelsThatOverlap")
    void asCompletedItHasEachWhileOthersStillRun(String model) {
        Trace trace =
                run(
                        model,
                        CollectMode.AS_COMPLETED,
                        "lab:/delay/900",
                        "lab:/reset",
                        "lab:/delay/5");

        assertThat(trace.collects()).isEqualTo(CollectRule.EACH);
        assertNoneIsCollectedBeforeItsEnd(trace);
        assertThat(failed(trace, 1).kind()).isEqualTo(FailureKind.RESET);
        assertThat(List.of(collected(trace, 1), collected(trace, 2)))
                .allSatisfy(nanos -> assertThat(nanos).isLessThan(trace.task(0).endNanos()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void inOrderASlowFirstOneHoldsTheOthers(String model) {
        Trace trace =
                run(model, CollectMode.IN_ORDER, "lab:/delay/400", "lab:/reset", "lab:/delay/5 x3");

        assertThat(trace.collects()).isEqualTo(CollectRule.EACH);
        assertNoneIsCollectedBeforeItsEnd(trace);
        assertThat(trace.tasks()).extracting(TaskTrack::collectedNanos).isSorted();
        assertThat(collected(trace, 1)).isGreaterThanOrEqualTo(trace.task(0).endNanos());
    }

    @ParameterizedTest
    @MethodSource("modelsThatOverlap")
    void theFirstThatSucceedsWinsAndCancelsTheOthersAlsoThoseThatHaveNotBegun(String model) {
        Trace trace = run(model, CollectMode.FIRST, "lab:/reset", "lab:/delay/50", "lab:/hang x90");

        assertThat(trace.collects()).isEqualTo(CollectRule.FIRST);
        assertThat(trace.hasWinner()).isTrue();
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.RESET);
        assertThat(trace.task(1).hasSucceeded()).isTrue();
        assertThat(collected(trace, 1)).isGreaterThanOrEqualTo(trace.task(1).endNanos());
        assertThat(trace.tasks().subList(2, 92))
                .extracting(TaskTrack::outcome)
                .containsOnly(new Outcome.Cancelled());
        assertThat(trace.tasks())
                .filteredOn(task -> task.index() != 1)
                .extracting(TaskTrack::collectedNanos)
                .containsOnly(NEVER);
    }

    @Test
    void processesHandTheirResultsToTheSameProgram() {
        Settings two = collecting(CollectMode.AS_COMPLETED).withWorkers(2);
        Trace trace =
                RIG.run(EngineExtension.plan("process-pool", two, "lab:/delay/5", "cpu:1ms x3"));

        assertThat(trace.tasks()).allMatch(TaskTrack::hasSucceeded);
        assertNoneIsCollectedBeforeItsEnd(trace);
        assertThat(trace.tasks())
                .filteredOn(task -> task.collectedNanos() < trace.wallNanos())
                .isNotEmpty();
    }

    @Test
    void aProcessThatLosesIsCancelled() {
        Settings two = collecting(CollectMode.FIRST).withWorkers(2);
        Trace trace =
                RIG.run(EngineExtension.plan("process-pool", two, "lab:/hang", "lab:/delay/5 x3"));

        assertThat(trace.hasWinner()).isTrue();
        assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    /**
     * All steps are ready before the first of them blocks, so that the coroutine of the program is
     * resumed behind them: the same as with asyncio.
     */
    @ParameterizedTest
    @EnumSource(names = {"AS_COMPLETED", "IN_ORDER"})
    void onABlockedLoopTheProgramHasNothingBeforeTheLoopIsFree(CollectMode mode) {
        Trace trace = run("blocked-loop", mode, "lab:/delay/80 x3");

        assertAllAnswered(trace);
        assertThat(trace.tasks())
                .allSatisfy(
                        task ->
                                assertThat(task.collectedNanos())
                                        .isGreaterThanOrEqualTo(trace.wallNanos()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "loop-one-by-one"})
    void whoAwaitsOneTaskAfterTheOtherHasEachResultBeforeTheNextBegins(String model) {
        for (CollectMode mode : CollectMode.values()) {
            Trace trace = run(model, mode, "lab:/delay/5 x3");

            assertAllAnswered(trace);
            assertNoneIsCollectedBeforeItsEnd(trace);
            for (int next : new int[] {1, 2}) {
                assertThat(collected(trace, next - 1))
                        .isLessThanOrEqualTo(trace.task(next).startNanos());
            }
        }
    }

    @Test
    void aLimitOfALoopKeepsResultsFromNobody() {
        Settings one = collecting(CollectMode.AS_COMPLETED).withWorkers(1);
        Trace trace = RIG.run(EngineExtension.plan("event-loop", one, "lab:/delay/5 x3"));

        assertThat(collected(trace, 0)).isLessThanOrEqualTo(trace.task(1).startNanos());
        assertThat(collected(trace, 1)).isLessThanOrEqualTo(trace.task(2).startNanos());
    }

    @ParameterizedTest
    @EnumSource(CollectMode.class)
    void aTimeoutIsAResultExceptWhereTheFirstSuccessIsAwaited(CollectMode mode) {
        Settings settings = collecting(mode).withTimeout(Duration.ofMillis(200));
        Trace trace = RIG.run(EngineExtension.plan("event-loop", settings, "lab:/hang x2"));

        boolean has = mode != CollectMode.FIRST;
        assertThat(trace.hasWinner()).isFalse();
        assertThat(trace.tasks())
                .allSatisfy(
                        task ->
                                assertThat(task.collectedNanos() >= task.endNanos())
                                        .isEqualTo(has));
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "thread-pool", "event-loop"})
    void aCancelledProgramKeepsWhatItHasAndGetsNothingMore(String model) {
        Run run =
                RIG.start(
                        EngineExtension.plan(
                                model,
                                collecting(CollectMode.AS_COMPLETED),
                                "lab:/delay/5",
                                "lab:/hang"));
        Eventually.holds(
                "the first result and the other wait",
                () -> collected(run.trace(), 0) >= 0 && run.trace().task(1).entered(Phase.WAIT));

        run.cancel();
        assertThat(run.done().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));

        assertThat(collected(run.trace(), 0)).isNotNegative();
        assertThat(collected(run.trace(), 1)).isEqualTo(NEVER);
    }

    @Test
    void aFailureThatCancelsTheRestLeavesTheProgramThatGathersWithNothing() {
        RunRules rules = RunRules.DEFAULT.withFirstFailureCancels(true);
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                "event-loop",
                                Settings.DEFAULT.withRules(rules),
                                "lab:/reset",
                                "lab:/hang"));

        assertThat(trace.tasks()).extracting(TaskTrack::collectedNanos).containsOnly(NEVER);
    }
}
