package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.atOnce;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.cpu.InvoluntaryContextSwitches;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.ContextSwitches;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The contract of every model on the real engine, and the differences between models. */
class ModelRunTest {

    private static final Settings FIRST_FAILURE_CANCELS =
            Settings.DEFAULT.withRules(RunRules.DEFAULT.withFirstFailureCancels(true));

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    static List<String> models() {
        return ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
    }

    static List<String> modelsThatEnd() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .map(ConcurrencyModel::id)
                .toList();
    }

    static List<String> modelsWithWorkers() {
        return ConcurrencyModel.all().stream()
                .filter(ConcurrencyModel::hasWorkers)
                .map(ConcurrencyModel::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modelsWithWorkers")
    void noMoreTasksAreInFlightThanWorkersWereAskedFor(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model, Settings.DEFAULT.withWorkers(2), "lab:/delay/250 x5"));

        assertAllAnswered(trace);
        boolean start = trace.workers().stream().anyMatch(worker -> worker.startUp() != null);
        assertThat(atOnce(trace, Phase.WAIT))
                .as("a worker that takes long to start may leave all tasks to the other")
                .isBetween(start ? 1 : 2, 2);
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void aFailingTaskLeavesTheOthersAlone(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model, "lab:/delay/5", "lab:/reset", "lab:/delay/5 x5"));

        assertThat(failed(trace, 1).kind()).isEqualTo(FailureKind.RESET);
        IntStream.of(0, 2, 3, 4, 5, 6).forEach(task -> assertAnswered(trace, task));
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void theFirstFailureCancelsAllOthersIfThatIsTheRule(String model) {
        Run run =
                RIG.start(
                        EngineExtension.plan(
                                model, FIRST_FAILURE_CANCELS, "lab:/reset", "lab:/hang x20"));

        assertThat(run.done().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
        Trace trace = run.trace();
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.RESET);
        assertThat(trace.tasks().subList(1, 21))
                .extracting(TaskTrack::outcome)
                .containsOnly(new Outcome.Cancelled());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTimeoutIsAFailureThatCancelsAsWell(String model) {
        Settings settings = FIRST_FAILURE_CANCELS.withTimeout(Duration.ofMillis(300));
        Trace trace = RIG.run(EngineExtension.plan(model, settings, "lab:/hang x9"));

        List<Outcome> outcomes = trace.tasks().stream().map(TaskTrack::outcome).toList();
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Failed)
                .as("one timer ends them all: the first cancels the others before it goes on")
                .singleElement()
                .extracting(outcome -> ((Outcome.Failed) outcome).kind())
                .isEqualTo(FailureKind.TIMED_OUT);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Outcome.Failed))
                .hasSize(8)
                .containsOnly(new Outcome.Cancelled());
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void anHttpErrorIsAnAnswerAndCancelsNothing(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                FIRST_FAILURE_CANCELS,
                                "lab:/status/503",
                                "lab:/delay/9 x4"));

        assertAllAnswered(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "virtual-threads"})
    void eachTaskHasAThreadOfItsOwn(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "lab:/delay/60 x12"));

        assertThat(trace.workers())
                .hasSize(12)
                .extracting(WorkerTrack::role)
                .containsOnly(model.equals("threads") ? Role.THREAD : Role.VIRTUAL_THREAD);
        assertThat(trace.workers()).extracting(WorkerTrack::slices).containsOnly(1);
        assertThat(threads(trace.workers())).hasSize(12);
    }

    @Test
    void theCarrierOfAVirtualThreadIsSeenWhenItsTaskBeginsAndEnds() {
        Trace trace = RIG.run(EngineExtension.plan("virtual-threads", "lab:/delay/20 x4"));

        for (WorkerTrack worker : trace.workers()) {
            assertThat(worker.firstCarrier(0)).isPositive();
            assertThat(worker.lastCarrier(0)).isPositive();
        }
    }

    @Test
    void aPlatformThreadHasNoCarrier() {
        Trace trace = RIG.run(EngineExtension.plan("sequential", "lab:/delay/20"));

        assertThat(trace.worker(0).firstCarrier(0)).isEqualTo(-1);
    }

    /** An await inside the for loop: nothing overlaps, and the only thread is idle. */
    @Test
    void theLoopThatAwaitsOneByOneIdles() {
        Trace trace = RIG.run(EngineExtension.plan("loop-one-by-one", "lab:/delay/150 x4"));

        WorkerTrack loop = trace.worker(0);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(1);
        assertThat(loop.busyNanos(trace.wallNanos())).isLessThan(trace.wallNanos() / 2);
        for (int task = 1; task < 4; task++) {
            assertThat(trace.task(task).begin(1)) // handed over
                    .isGreaterThanOrEqualTo(trace.task(task - 1).endNanos());
        }
    }

    @Test
    void theBlockedLoopIsBusyAllTheTime() {
        Trace trace = RIG.run(EngineExtension.plan("blocked-loop", "lab:/delay/150 x4"));

        assertThat(trace.worker(0).busyNanos(trace.wallNanos()))
                .isGreaterThan(trace.wallNanos() / 2);
    }

    @Test
    void whatTheLoopHandsOnWaitsOnAHelpersThreadAndBeginsAndEndsOnTheLoop() {
        Trace trace = RIG.run(EngineExtension.plan("loop-offload", "lab:/delay/500 x4"));

        WorkerTrack loop = trace.worker(0);
        List<WorkerTrack> helpers = trace.workers().subList(1, trace.workers().size());
        assertThat(loop.role()).isEqualTo(Role.LOOP);
        assertThat(helpers)
                .hasSize(4)
                .extracting(WorkerTrack::name)
                .containsExactly("offload-1", "offload-2", "offload-3", "offload-4");
        assertThat(threads(List.of(loop))).hasSize(1).doesNotContainAnyElementsOf(threads(helpers));
        assertThat(loop.busyNanos(trace.wallNanos())).isLessThan(trace.wallNanos() / 2);
        for (TaskTrack task : trace.tasks()) {
            assertThat(task.worker()).isEqualTo(loop.index());
            assertThat(task.phase(1)).isEqualTo(Phase.READY);
            assertThat(task.phase(task.segments() - 1)).isEqualTo(Phase.READY);
            assertThat(slicesOf(loop, task)).hasSize(2);
            assertThat(holds(helpers, task)).as("task %s", task.index()).isTrue();
        }
    }

    /** Returns whether one busy slice of a helper covers all the work of a task. */
    private static boolean holds(List<WorkerTrack> helpers, TaskTrack task) {
        long begin = task.begin(2);
        long end = task.begin(task.segments() - 1);
        return helpers.stream()
                .anyMatch(
                        helper ->
                                slicesOf(helper, task).stream()
                                        .anyMatch(
                                                slice ->
                                                        helper.begin(slice) <= begin
                                                                && helper.end(slice) >= end));
    }

    @Test
    void aTaskThatWaitsForAHelperIsReady() {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                "loop-offload",
                                Settings.DEFAULT.withWorkers(1),
                                "lab:/delay/100 x2"));

        assertThat(trace.workers()).hasSize(2);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(1);
        assertThat(trace.task(1).end(1)).isGreaterThan(trace.task(0).end(2));
        assertThat(trace.task(1).phase(1)).isEqualTo(Phase.READY);
    }

    @Test
    void voluntarySwitchesAreStepsOfTheLoopAndInvoluntaryOnesComeFromTheSystem() {
        Trace loop = RIG.run(EngineExtension.plan("event-loop", "lab:/delay/20 x4"));
        Trace pool = RIG.run(EngineExtension.plan("thread-pool", "lab:/delay/20 x4"));

        assertThat(ContextSwitches.of(loop, loop.wallNanos()).voluntary())
                .isGreaterThanOrEqualTo(8);
        assertThat(ContextSwitches.of(pool, pool.wallNanos()).voluntary()).isZero();
        boolean tells = InvoluntaryContextSwitches.ofThisThread() != ContextSwitches.UNKNOWN;
        for (Trace trace : List.of(loop, pool)) {
            assertThat(ContextSwitches.of(trace, trace.wallNanos()).involuntary() >= 0)
                    .isEqualTo(tells);
        }
    }

    private static List<Integer> slicesOf(WorkerTrack worker, TaskTrack task) {
        return IntStream.range(0, worker.slices())
                .filter(slice -> worker.task(slice) == task.index())
                .boxed()
                .toList();
    }

    private static Set<Long> threads(List<WorkerTrack> workers) {
        Set<Long> threads = new HashSet<>();
        for (WorkerTrack worker : workers) {
            IntStream.range(0, worker.slices()).mapToObj(worker::thread).forEach(threads::add);
        }
        return threads;
    }
}
