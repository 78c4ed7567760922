package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/** Tests against values calculated by hand. */
class WorkerStatisticsTest {

    private static final long MILLI = 1_000_000;
    private static final long UNKNOWN = WorkerStatistics.UNKNOWN;

    private static WorkerStatistics millis(
            int tasks, long busy, long waiting, long idle, long cpu) {
        return new WorkerStatistics(
                tasks,
                busy * MILLI,
                waiting * MILLI,
                idle * MILLI,
                0,
                cpu == UNKNOWN ? UNKNOWN : cpu * MILLI);
    }

    private static WorkerStatistics of(Trace trace, int worker, long untilMillis) {
        return WorkerStatistics.of(trace, trace.worker(worker), untilMillis * MILLI);
    }

    private static Trace fetching() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int thread = traceBuilder.addWorker("pool-1", Role.THREAD);
        for (int task = 0; task < 2; task++) {
            int begin = 100 * task;
            traceBuilder
                    .enter(task, Phase.LEASE, begin + 10)
                    .enter(task, Phase.CONNECT, begin + 15)
                    .enter(task, Phase.SEND, begin + 20)
                    .enter(task, Phase.WAIT, begin + 24)
                    .enter(task, Phase.RECEIVE, begin + 60)
                    .answered(task, 200, begin + 70)
                    .busy(thread, task, begin + 10, begin + 70);
        }
        return traceBuilder.finished();
    }

    @Test
    void threadIsBusyInSendReceiveAndComputeOnlyAndWaitsInTheRestOfItsTasks() {
        assertThat(of(fetching(), 0, 170)).isEqualTo(millis(2, 28, 92, 50, UNKNOWN));
    }

    @Test
    void whatLiesBehindTheInstantDoesNotCount() {
        assertThat(of(fetching(), 0, 5)).isEqualTo(millis(0, 0, 0, 5, UNKNOWN));
        assertThat(of(fetching(), 0, 22)).isEqualTo(millis(1, 2, 10, 10, UNKNOWN));
        assertThat(of(fetching(), 0, 65)).isEqualTo(millis(1, 9, 46, 10, UNKNOWN));
    }

    @Test
    void cpuTimeOfAThreadIsThatOfItsTasksAndComesEvenlyWhileTheyCompute() {
        TraceBuilder traceBuilder = TraceBuilder.of("cpu", "lab:/a");
        int thread = traceBuilder.addWorker("pool-1", Role.THREAD);
        traceBuilder
                .enter(0, Phase.COMPUTE, 0)
                .awaitLock(0, 40)
                .enter(0, Phase.COMPUTE, 60)
                .end(0, new Outcome.Computed(), 100)
                .busy(thread, 0, 0, 100);
        traceBuilder.live().task(0).used(60 * MILLI);

        assertThat(of(traceBuilder.live(), thread, 100)).isEqualTo(millis(1, 80, 20, 0, 60));
        assertThat(of(traceBuilder.live(), thread, 60)).isEqualTo(millis(1, 40, 20, 0, 30));
    }

    @Test
    void loopIsBusyInItsSlicesNeverWaitsAndCountsATaskOnce() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c");
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);
        traceBuilder.enter(0, Phase.WAIT, 2).enter(1, Phase.COMPUTE, 5).enter(1, Phase.WAIT, 9);
        traceBuilder
                .busy(loop, 0, 1, 2)
                .busy(loop, -1, 3, 4)
                .busy(loop, 1, 5, 9)
                .busy(loop, 0, 10, 12);
        traceBuilder.live().task(1).used(3 * MILLI);

        assertThat(of(traceBuilder.live(), loop, 20)).isEqualTo(millis(2, 8, 0, 12, 3));
    }

    @Test
    void helperOfALoopHasTheTasksThatItRanThoughTheLoopCarriesThem() {
        TraceBuilder traceBuilder = TraceBuilder.of("cpu");
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);
        int helper = traceBuilder.addWorker("offload-1", Role.THREAD);
        traceBuilder.carriedBy(0, loop).busy(loop, 0, 0, 1).busy(helper, 0, 1, 9);
        traceBuilder.enter(0, Phase.COMPUTE, 2).end(0, new Outcome.Computed(), 8);
        traceBuilder.live().task(0).used(5 * MILLI);

        assertThat(of(traceBuilder.live(), helper, 10)).isEqualTo(millis(1, 6, 2, 2, 5));
        assertThat(of(traceBuilder.live(), loop, 10)).isEqualTo(millis(1, 1, 0, 9, UNKNOWN));
    }

    @Test
    void startUpOfAProcessIsNeitherIdleNorWaitingAndItsCpuIsKnownOnceItsTaskIsOver() {
        TraceBuilder traceBuilder = TraceBuilder.of("cpu");
        int process = traceBuilder.addWorker("process-1", Role.PROCESS);
        WorkerTrack track = traceBuilder.live().worker(process);
        track.starts(10 * MILLI, -1);
        track.started(50 * MILLI);
        traceBuilder.enter(0, Phase.COMPUTE, 60).end(0, new Outcome.Computed(), 90);
        traceBuilder.busy(process, 0, 60, 95);
        track.used(70 * MILLI);
        Trace trace = traceBuilder.finished();

        WorkerStatistics end = of(trace, process, 90);
        assertThat(end)
                .isEqualTo(
                        new WorkerStatistics(1, 30 * MILLI, 0, 20 * MILLI, 40 * MILLI, 70 * MILLI));
        assertThat(of(trace, process, 80).cpuNanos()).isEqualTo(UNKNOWN);
    }

    @Test
    void cpuOfAProcessIsKnownWhileItIsBusyWithTheNextTask() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int process = traceBuilder.addWorker("process-1", Role.PROCESS);
        traceBuilder.busy(process, 0, 10, 20);
        traceBuilder.live().worker(process).used(7 * MILLI);
        traceBuilder.live().worker(process).busy(1, 25 * MILLI);

        assertThat(of(traceBuilder.live(), process, 30).cpuNanos()).isEqualTo(7 * MILLI);
    }

    @Test
    void busyWaitingIdleAndStartUpAddUpForEachOfTenThousandWorkers() {
        int many = 10_000;
        TraceBuilder traceBuilder =
                new TraceBuilder(IntStream.range(0, many).mapToObj(i -> "lab:/" + i).toList());
        for (int i = 0; i < many; i++) {
            int thread = traceBuilder.addWorker("thread-" + i, Role.VIRTUAL_THREAD);
            traceBuilder.enter(i, Phase.WAIT, 1).answered(i, 200, 301).busy(thread, i, 1, 301);
        }
        Trace trace = traceBuilder.finished();

        assertThat(trace.workers())
                .allSatisfy(
                        worker ->
                                assertThat(WorkerStatistics.of(trace, worker, trace.wallNanos()))
                                        .isEqualTo(millis(1, 0, 300, 1, UNKNOWN)));
    }
}
