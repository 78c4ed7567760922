package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ChangeIndexTest {

    private static final long MILLI = 1_000_000;
    private static final Outcome OK = new Outcome.Answered(200, 1_000);

    @Test
    void everyChangeOfAPhaseEveryEndAndEveryBeginOfASliceIsAnEvent() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        int thread = traceBuilder.addWorker("thread-1", Role.THREAD);
        traceBuilder.busy(thread, 0, 1, 9).enter(0, Phase.WAIT, 2).enter(0, Phase.RECEIVE, 5);
        Trace trace = traceBuilder.answered(0, 200, 8).finished();

        assertThat(millis(ChangeIndex.of(trace))).containsExactly(0L, 1L, 2L, 5L, 8L);
    }

    @Test
    void turnsOfALoopThatAreTooShortToBeSeenAreNoEvents() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.RECEIVE, 1);
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);
        for (int turn = 0; turn < 200; turn++) {
            traceBuilder.busy(loop, 0, 2 + turn * 10, 2.05 + turn * 10);
        }
        traceBuilder.busy(loop, 0, 2_500, 2_900).answered(0, 200, 3_000);
        ChangeIndex changes = ChangeIndex.of(traceBuilder.finished());

        assertThat(millis(changes)).containsExactly(0L, 1L, 2_500L, 3_000L);
        assertThat(changes.at(2 * MILLI)).isEmpty();
    }

    @Test
    void stepsOfATaskAreItsPhasesAndItsEnd() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b").enter(0, Phase.WAIT, 2);
        traceBuilder.enter(1, Phase.WAIT, 3).answered(0, 200, 4).answered(1, 200, 6);
        ChangeIndex changes = ChangeIndex.of(traceBuilder.finished());

        assertThat(changes.nextOf(0, -1)).isZero();
        assertThat(changes.nextOf(0, 0)).isEqualTo(2 * MILLI);
        assertThat(changes.nextOf(0, 2 * MILLI)).isEqualTo(4 * MILLI);
        assertThat(changes.nextOf(0, 4 * MILLI)).isEqualTo(ChangeIndex.NONE);
        assertThat(changes.previousOf(0, 6 * MILLI)).isEqualTo(4 * MILLI);
        assertThat(changes.previousOf(0, 4 * MILLI)).isEqualTo(2 * MILLI);
        assertThat(changes.previousOf(0, 2 * MILLI)).isZero();
        assertThat(changes.previousOf(0, 0)).isEqualTo(ChangeIndex.NONE);
    }

    @Test
    void whatHappensAtTheSameInstantIsOneEvent() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        traceBuilder.enter(0, Phase.WAIT, 2).enter(1, Phase.WAIT, 2);
        Trace trace = traceBuilder.answered(0, 200, 4).answered(1, 200, 4).finished();
        ChangeIndex changes = ChangeIndex.of(trace);

        assertThat(millis(changes)).containsExactly(0L, 2L, 4L);
        assertThat(changes.at(2 * MILLI))
                .containsExactly(
                        new TraceChange.Entered(0, Phase.QUEUED, Phase.WAIT),
                        new TraceChange.Entered(1, Phase.QUEUED, Phase.WAIT));
    }

    @Test
    void lastEventIsTheEndOfTheRunWhateverALoopDoesBehindIt() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);
        traceBuilder.enter(0, Phase.WAIT, 1).answered(0, 200, 4).busy(loop, -1, 6, 7);
        ChangeIndex changes = ChangeIndex.of(traceBuilder.finished());

        assertThat(changes.latest(Long.MAX_VALUE)).isEqualTo(4 * MILLI);
        assertThat(changes.next(4 * MILLI)).isEqualTo(ChangeIndex.NONE);
    }

    @Test
    void nextAndPreviousAreBesideAnInstantAndNeverAtIt() {
        Trace trace = TraceBuilder.of("a").enter(0, Phase.WAIT, 2).answered(0, 200, 4).finished();
        ChangeIndex changes = ChangeIndex.of(trace);

        assertThat(changes.next(2 * MILLI)).isEqualTo(4 * MILLI);
        assertThat(changes.next(2 * MILLI - 1)).isEqualTo(2 * MILLI);
        assertThat(changes.previous(2 * MILLI)).isZero();
        assertThat(changes.previous(2 * MILLI + 1)).isEqualTo(2 * MILLI);
        assertThat(changes.previous(0)).isEqualTo(ChangeIndex.NONE);
        assertThat(changes.latest(2 * MILLI)).isEqualTo(2 * MILLI);
        assertThat(changes.countUntil(3 * MILLI)).isEqualTo(2);
    }

    @Test
    void endsAreToldFirstThenPhasesThenWorkers() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int thread = traceBuilder.addWorker("thread-1", Role.THREAD);
        traceBuilder.enter(0, Phase.WAIT, 3).busy(thread, 0, 3, 5);
        traceBuilder.enter(1, Phase.SEND, 1).answered(1, 200, 3);
        ChangeIndex changes = ChangeIndex.of(traceBuilder.finished());

        assertThat(changes.at(3 * MILLI))
                .containsExactly(
                        new TraceChange.Ended(1, Phase.SEND, OK),
                        new TraceChange.Entered(0, Phase.QUEUED, Phase.WAIT),
                        new TraceChange.Busy(thread, 0));
    }

    @Test
    void phaseOfNoLengthIsPassedOver() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.CONNECT, 1);
        traceBuilder.enter(0, Phase.SEND, 2).enter(0, Phase.WAIT, 2).answered(0, 200, 4);

        assertThat(ChangeIndex.of(traceBuilder.finished()).at(2 * MILLI))
                .containsExactly(new TraceChange.Entered(0, Phase.CONNECT, Phase.WAIT));
    }

    @Test
    void beginOfTheRunIsTheFirstEventAndNothingWasBefore() {
        ChangeIndex changes = ChangeIndex.of(TraceBuilder.of("a").answered(0, 200, 4).finished());

        assertThat(changes.at(0)).containsExactly(new TraceChange.Entered(0, null, Phase.QUEUED));
        assertThat(changes.at(1)).isEmpty();
    }

    private static List<Long> millis(ChangeIndex changes) {
        List<Long> found = new ArrayList<>();
        for (long at = changes.next(-1); at != ChangeIndex.NONE; at = changes.next(at)) {
            found.add(at / MILLI);
        }
        assertThat(found).hasSize(changes.count());
        return found;
    }
}
