package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.atOnce;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tests how waits overlap under each model: their structure, not their duration. */
class EngineTest {

    private static final String[] FOUR = {
        "lab:/delay/300", "lab:/delay/200", "lab:/delay/400", "lab:/delay/250"
    };

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    static List<String> models() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .map(ConcurrencyModel::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskIsAnsweredByAWorker(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, FOUR));

        assertAllAnswered(trace);
        assertThat(trace.tasks())
                .allSatisfy(
                        task -> {
                            assertThat(phases(trace, task.index()))
                                    .startsWith(Phase.QUEUED)
                                    .containsSequence(Phase.SEND, Phase.WAIT, Phase.RECEIVE);
                            assertThat(task.worker()).isBetween(0, trace.workers().size() - 1);
                            assertThat(task.exchanges()).hasSize(1);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"event-loop", "threads", "thread-pool", "virtual-threads", "loop-offload"})
    void allWaitsOverlap(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model, Settings.DEFAULT.withWorkers(4), "lab:/delay/1000 x4"));

        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "loop-one-by-one", "blocked-loop"})
    void noTwoWaitsOverlap(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, FOUR));

        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(1);
    }

    @Test
    void asManyWaitsOverlapAsThereAreThreads() {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                "thread-pool",
                                Settings.DEFAULT.withWorkers(3),
                                "lab:/delay/400 x7"));

        assertThat(trace.workers()).hasSize(3);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(3);
        assertThat(threadsOf(trace)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "loop-one-by-one", "blocked-loop"})
    void everyStepRunsOnTheOneThreadOfTheLoop(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, FOUR));

        assertThat(trace.workers()).extracting(WorkerTrack::role).containsExactly(loop());
        assertThat(threadsOf(trace)).hasSize(1).doesNotContain(Thread.currentThread().threadId());
        assertThat(tasksOf(trace.worker(0))).contains(0, 1, 2, 3);
    }

    private static WorkerTrack.Role loop() {
        return WorkerTrack.Role.LOOP;
    }

    @Test
    void aThreadCarriesOneTaskFromStartToEnd() {
        Trace trace = RIG.run(EngineExtension.plan("thread-pool", FOUR));

        for (WorkerTrack worker : trace.workers()) {
            assertThat(worker.slices()).as(worker.name()).isEqualTo(1);
            assertWorkLiesWithin(worker, 0, trace.task(worker.task(0)));
        }
    }

    @Test
    void theBlockedLoopIsBusyWithOneWholeTaskAfterTheOther() {
        Trace trace = RIG.run(EngineExtension.plan("blocked-loop", FOUR));

        WorkerTrack loop = trace.worker(0);
        List<Integer> slices = slicesOfTasks(loop);
        assertThat(slices).extracting(loop::task).containsExactly(0, 1, 2, 3);
        slices.forEach(slice -> assertWorkLiesWithin(loop, slice, trace.task(loop.task(slice))));
    }

    /** A task is ready but not run until the blocking call before it returns. */
    @Test
    void aTaskOfTheBlockedLoopIsReadyWhileAnotherOneBlocks() {
        Trace trace = RIG.run(EngineExtension.plan("blocked-loop", FOUR));

        for (int task = 1; task < 4; task++) {
            TaskTrack before = trace.task(task - 1);
            TaskTrack track = trace.task(task);
            assertThat(track.phase(1)).isEqualTo(Phase.READY);
            assertThat(track.begin(1)).isLessThanOrEqualTo(trace.task(0).endNanos());
            assertThat(track.end(1)).isGreaterThanOrEqualTo(before.endNanos());
        }
    }

    private static void assertWorkLiesWithin(WorkerTrack worker, int slice, TaskTrack task) {
        for (int segment = 0; segment < task.segments(); segment++) {
            if (task.phase(segment).isWork()) {
                assertThat(worker.begin(slice)).isLessThanOrEqualTo(task.begin(segment));
                assertThat(worker.end(slice))
                        .as("%s is busy until its task %s has ended", worker.name(), task.index())
                        .isGreaterThanOrEqualTo(task.end(segment));
            }
        }
    }

    private static List<Integer> slicesOfTasks(WorkerTrack worker) {
        return IntStream.range(0, worker.slices())
                .filter(slice -> worker.task(slice) >= 0)
                .boxed()
                .toList();
    }

    private static Set<Integer> tasksOf(WorkerTrack worker) {
        return slicesOfTasks(worker).stream().map(worker::task).collect(Collectors.toSet());
    }

    private static Set<Long> threadsOf(Trace trace) {
        return trace.workers().stream()
                .flatMap(worker -> IntStream.range(0, worker.slices()).mapToObj(worker::thread))
                .collect(Collectors.toSet());
    }
}
