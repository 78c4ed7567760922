package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.waits.Wait;
import dev.overlap.trace.waits.WaitAnalysis;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Tests the start-up cost against values calculated by hand. */
class WorkerStartupTest {

    private static final Outcome DONE = new Outcome.Computed();

    private final Trace trace = new Trace(List.of("a", "b", "c"));

    /**
     * Two workers start concurrently; the slower one has the longer task, so its start-up counts,
     * once.
     */
    @Test
    void theStartUpOfTheWorkerThatWouldEndLastIsWhatTheWallWouldSave() {
        carried(0, worker(0, 700, -1), 900);
        carried(1, worker(0, 1_000, -1), 1_400);
        carried(2, 0, 1_050);

        Statistics numbers = Statistics.of(trace, 10_000);
        assertThat(numbers.wallNanos()).isEqualTo(1_400);
        assertThat(numbers.wallWithoutStartUpNanos()).isEqualTo(400);
    }

    @Test
    void aWorkerInPlaceOfAnotherOneHasCostTheStartUpOfBoth() {
        int first = worker(0, 700, -1);
        carried(0, first, 900);
        carried(1, worker(900, 1_500, first), 1_800);
        carried(2, first, 900);

        assertThat(Statistics.of(trace, 10_000).startUpNanos()).isEqualTo(1_300);
    }

    @Test
    void beforeAnyWorkerIsReadyTheWallIsAllStartUp() {
        worker(0, 700, -1);

        assertThat(Statistics.of(trace, 300).startUpNanos()).isEqualTo(300);
    }

    @Test
    void threadsHaveNone() {
        carried(0, trace.addWorker("thread-1", Role.THREAD, 0).index(), 500);

        assertThat(Statistics.of(trace, 600).startUpNanos()).isZero();
    }

    @Test
    void aQueuedTaskHasWaitedForTheStartUpOfItsWorker() {
        int worker = worker(0, 70_000_000, -1);
        trace.worker(worker).busy(0, 70_000_000);
        trace.task(0).enter(Phase.WAIT, 70_000_100);

        assertThat(WaitAnalysis.of(trace, 0, 90_000_000))
                .containsExactly(new Wait.ForStartUp(70_000_000, true, worker));
        assertThat(WaitAnalysis.of(trace, 1, 50_000_000))
                .containsExactly(new Wait.ForStartUp(50_000_000, false, -1));
    }

    WorkerStartupTest() {
        new TraceRecorder(trace).begin();
    }

    private int worker(long begin, long ready, int inPlaceOf) {
        WorkerTrack worker = trace.addWorker("process", Role.PROCESS, 0);
        worker.starts(begin, inPlaceOf);
        worker.started(ready);
        return worker.index();
    }

    private void carried(int task, int worker, long end) {
        trace.task(task).setWorker(worker);
        trace.task(task).enter(Phase.WAIT, end - 1);
        trace.task(task).end(DONE, end);
    }
}
