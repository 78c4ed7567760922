package dev.overlap.trace;

import static dev.overlap.trace.Phase.QUEUED;
import static dev.overlap.trace.Phase.RECEIVE;
import static dev.overlap.trace.Phase.WAIT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.metrics.Statistics;

import org.junit.jupiter.api.Test;

import java.util.List;

class TraceRecorderTest {

    private static final Outcome ANSWERED = new Outcome.Answered(200, 1);

    private final Trace trace = new Trace(List.of("a", "b"));
    private final TraceRecorder recorder = new TraceRecorder(trace);

    @Test
    void everyTaskIsQueuedFromTimeZeroOn() {
        assertThat(trace.hasBegun()).isFalse();
        assertThat(trace.horizonNanos()).isZero();
        recorder.begin();
        assertThat(trace.hasBegun()).isTrue();
        assertThat(trace.tasks())
                .allSatisfy(
                        task -> {
                            assertThat(task.phase(0)).isEqualTo(QUEUED);
                            assertThat(task.beginNanos()).isZero();
                        });
    }

    @Test
    void instantsMayBeTakenEarlierThanTheyAreReported() {
        recorder.begin();
        long earlier = System.nanoTime();
        long before = recorder.now();
        recorder.enter(0, WAIT, earlier);
        assertThat(trace.task(0).begin(1)).isBetween(0L, before);
    }

    @Test
    void nothingIsBeforeTimeZero() {
        long tooEarly = System.nanoTime();
        assertThat(recorder.now()).isZero();
        recorder.begin();
        recorder.enter(0, WAIT, tooEarly - 1_000_000_000);
        assertThat(trace.task(0).begin(1)).isZero();
    }

    @Test
    void aTaskCancelledBeforeTimeZeroTakesNoTime() {
        recorder.end(0, new Outcome.Cancelled());
        recorder.end(1, new Outcome.Cancelled());
        recorder.finish();
        assertThat(trace.wallNanos()).isZero();
        assertThat(Statistics.of(trace, trace.horizonNanos()).cancelled()).isEqualTo(2);
    }

    @Test
    void theFirstEndCountsAndTheOthersSaySo() {
        recorder.begin();
        assertThat(recorder.end(0, ANSWERED)).isTrue();
        assertThat(recorder.end(0, new Outcome.Cancelled())).isFalse();
        assertThat(trace.ended()).isEqualTo(1);
        assertThat(trace.task(0).outcome()).isEqualTo(ANSWERED);
    }

    @Test
    void theWallTimeIsTheEndOfTheLastTask() {
        recorder.begin();
        long now = System.nanoTime();
        recorder.end(1, ANSWERED, now + 5_000);
        recorder.end(0, ANSWERED, now + 3_000);
        assertThat(trace.isFinished()).isFalse();
        recorder.finish();
        assertThat(trace.isFinished()).isTrue();
        assertThat(trace.wallNanos()).isEqualTo(trace.task(1).endNanos());
        assertThat(trace.horizonNanos()).isEqualTo(trace.wallNanos());
    }

    @Test
    void workersAndHelpersHaveTheirNames() {
        recorder.begin();
        int thread = recorder.addWorker("worker 1", WorkerTrack.Role.THREAD);
        int loop = recorder.addWorker("loop", WorkerTrack.Role.LOOP);
        recorder.helper("resolver");
        recorder.setWorker(1, loop);
        assertThat(List.of(thread, loop)).containsExactly(0, 1);
        assertThat(trace.workers())
                .extracting(WorkerTrack::name)
                .containsExactly("worker 1", "loop");
        assertThat(trace.helpers()).containsExactly("resolver");
        assertThat(trace.task(0).worker()).isEqualTo(-1);
        assertThat(trace.task(1).worker()).isEqualTo(loop);
    }

    @Test
    void helpersAreToldOfFromWhenTheyHelpedFirst() {
        recorder.begin(1_000);
        recorder.helper("timer", 1_000);
        recorder.helper("resolver", 1_500);
        recorder.helper("timer", 1_900);
        assertThat(trace.helpers(499)).containsExactly("timer");
        assertThat(trace.helpers(500)).containsExactly("timer", "resolver");
    }

    @Test
    void theSlicesOfAWorkerAreRecorded() {
        recorder.begin();
        int loop = recorder.addWorker("loop", WorkerTrack.Role.LOOP);
        recorder.busy(loop, -1);
        recorder.busyFor(loop, 1);
        recorder.idle(loop);
        WorkerTrack track = trace.worker(loop);
        assertThat(track.task(0)).isEqualTo(1);
        assertThat(track.end(0)).isBetween(track.begin(0), recorder.now());
    }

    @Test
    void notesAndPhasesBelongToTheirTask() {
        recorder.begin();
        recorder.enter(1, WAIT);
        recorder.enter(1, RECEIVE);
        recorder.note(1, Exchange.begin(0, recorder.now(), "http://b"));
        assertThat(trace.task(0).segments()).isEqualTo(1);
        assertThat(trace.task(0).exchanges()).isEmpty();
        assertThat(trace.task(1).segments()).isEqualTo(3);
        assertThat(trace.task(1).exchanges()).hasSize(1);
    }

    /** Two threads may finish an increment in one order and report the totals in the other. */
    @Test
    void totalsOfACounterNeverGoBack() {
        int counter = recorder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        recorder.counted(counter, new ResourceTrack.Copy(-1, 3, 2));
        recorder.counted(counter, new ResourceTrack.Copy(-1, 2, 1));
        recorder.counted(counter, new ResourceTrack.Copy(0, 1, 1));
        assertThat(trace.resource(counter).copies())
                .containsExactly(new ResourceTrack.Copy(-1, 3, 2), new ResourceTrack.Copy(0, 1, 1));
    }
}
