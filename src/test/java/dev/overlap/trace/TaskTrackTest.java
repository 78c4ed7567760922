package dev.overlap.trace;

import static dev.overlap.trace.Phase.CONNECT;
import static dev.overlap.trace.Phase.LEASE;
import static dev.overlap.trace.Phase.QUEUED;
import static dev.overlap.trace.Phase.RECEIVE;
import static dev.overlap.trace.Phase.SEND;
import static dev.overlap.trace.Phase.WAIT;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class TaskTrackTest {

    private static final Outcome ANSWERED = new Outcome.Answered(200, 5);

    private final TaskTrack task = new TaskTrack(0, "lab:/a", 0);

    @Test
    void isNowhereBeforeItIsCreated() {
        assertThat(task.segments()).isZero();
        assertThat(task.beginNanos()).isEqualTo(-1);
        assertThat(task.segmentAt(0)).isEqualTo(-1);
        assertThat(task.endNanos()).isEqualTo(TaskTrack.OPEN);
        assertThat(task.workNanos(100)).isZero();
    }

    @Test
    void isInTheInnermostStepOrAfterTheLastOne() {
        task.beginStep(0, 10);
        task.endStep(0, 20);
        task.beginStep(1, 30);
        task.beginStep(2, 40);
        task.endStep(2, 50);
        task.endStep(1, 60);

        assertThat(IntStream.of(9, 10, 20, 30, 40, 50, 60).map(task::stepAt))
                .containsExactly(-1, 0, 0, 1, 2, 1, 2);
    }

    @Test
    void startsWhenItLeavesTheQueue() {
        assertThat(task.startNanos()).isEqualTo(TaskTrack.OPEN);
        enter(QUEUED, 0);
        assertThat(task.startNanos()).isEqualTo(TaskTrack.OPEN);
        enter(LEASE, 10, SEND, 30);
        assertThat(task.startNanos()).isEqualTo(10);
    }

    @Test
    void hasSucceededOnceItIsCompleted() {
        assertThat(task.hasSucceeded()).isFalse();
        task.end(ANSWERED, 10);
        assertThat(task.hasSucceeded()).isTrue();
        TaskTrack other = new TaskTrack(1, "lab:/b", 0);
        other.end(new Outcome.Cancelled(), 10);
        assertThat(other.hasSucceeded()).isFalse();
    }

    @Test
    void phasesTileItsLife() {
        enter(QUEUED, 0, LEASE, 10, CONNECT, 10, SEND, 30, WAIT, 31, RECEIVE, 90);
        task.end(ANSWERED, 100);
        assertThat(segments())
                .containsExactly(
                        "QUEUED 0-10",
                        "LEASE 10-10",
                        "CONNECT 10-30",
                        "SEND 30-31",
                        "WAIT 31-90",
                        "RECEIVE 90-100");
    }

    @Test
    void phasesMayRepeatAsRedirectsDo() {
        enter(QUEUED, 0, WAIT, 1, RECEIVE, 2, WAIT, 4, RECEIVE, 8);
        task.end(ANSWERED, 16);
        assertThat(task.nanosIn(WAIT, 100)).isEqualTo(1 + 4);
        assertThat(task.nanosIn(RECEIVE, 100)).isEqualTo(2 + 8);
        assertThat(task.nanosIn(RECEIVE, 9)).isEqualTo(2 + 1);
        assertThat(task.nanosIn(RECEIVE, 1)).isZero();
    }

    @Test
    void enteringThePhaseItIsInChangesNothing() {
        enter(QUEUED, 0, WAIT, 1, WAIT, 5);
        assertThat(segments()).containsExactly("QUEUED 0-1", "WAIT 1-open");
    }

    @Test
    void timeNeverGoesBack() {
        enter(QUEUED, 0, SEND, 50, WAIT, 49, RECEIVE, 20);
        task.end(ANSWERED, 1);
        assertThat(segments())
                .containsExactly("QUEUED 0-50", "SEND 50-50", "WAIT 50-50", "RECEIVE 50-50");
    }

    @Test
    void onlyTheFirstEndCounts() {
        enter(QUEUED, 0, WAIT, 1);
        assertThat(task.end(new Outcome.Cancelled(), 5)).isTrue();
        assertThat(task.end(ANSWERED, 6)).isFalse();
        enter(RECEIVE, 7);
        assertThat(task.outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(segments()).containsExactly("QUEUED 0-1", "WAIT 1-5");
    }

    @Test
    void findsTheSegmentOfAnInstant() {
        enter(QUEUED, 0, LEASE, 10, CONNECT, 10, WAIT, 20);
        assertThat(task.segmentAt(-1)).isEqualTo(-1);
        assertThat(task.segmentAt(0)).isZero();
        assertThat(task.segmentAt(9)).isZero();
        assertThat(task.segmentAt(10)).as("the empty one before it is passed over").isEqualTo(2);
        assertThat(task.segmentAt(20)).isEqualTo(3);
        assertThat(task.segmentAt(Long.MAX_VALUE)).isEqualTo(3);
    }

    @Test
    void workIsItsLifeWithoutTheTimesItWaitsForItsTurn() {
        enter(QUEUED, 0, LEASE, 10, CONNECT, 30, WAIT, 40, Phase.READY, 100, RECEIVE, 150);
        assertThat(task.workNanos(160)).as("while it lives").isEqualTo(70 + 10);
        task.end(ANSWERED, 170);
        assertThat(task.workNanos(35)).isEqualTo(5);
        assertThat(task.workNanos(1_000)).isEqualTo(70 + 20);
    }

    @Test
    void whatFollowsAConnectionBeginsWhereThatWasGivenBack() {
        enter(QUEUED, 0, LEASE, 10, CONNECT, 20, RECEIVE, 30);
        task.releases(50);
        assertThat(task.end(3)).as("nobody has written what follows").isEqualTo(50);
        task.releases(55);
        task.enter(LEASE, 60);
        assertThat(task.begin(4)).isEqualTo(50);
        assertThat(task.end(4)).isEqualTo(TaskTrack.OPEN);
        task.releases(65);
        assertThat(task.end(4)).as("it holds none").isEqualTo(TaskTrack.OPEN);
        task.enter(RECEIVE, 70);
        task.releases(80);
        task.end(ANSWERED, 95);
        assertThat(task.endNanos()).isEqualTo(80);
        task.releases(99);
        assertThat(task.end(5)).isEqualTo(80);
    }

    @Test
    void workOfAComputationIsItsCpuTimeWhereThatIsKnown() {
        enter(QUEUED, 0, Phase.COMPUTE, 10);
        assertThat(task.cpuNanos()).isEqualTo(-1);
        assertThat(task.workNanos(110)).as("not known").isEqualTo(100);
        task.used(30);
        assertThat(task.workNanos(110)).as("so far").isEqualTo(30);
        task.used(60);
        task.end(new Outcome.Computed(), 210);
        assertThat(task.workNanos(210)).isEqualTo(60);
        assertThat(task.workNanos(60)).as("a quarter of its time").isEqualTo(15);
        assertThat(task.workNanos(10)).isZero();
    }

    @Test
    void readyForTheLockIsToldFromReadyForTheLoop() {
        enter(QUEUED, 0, Phase.READY, 10);
        task.awaitLock(20);
        task.awaitLock(25);
        enter(Phase.COMPUTE, 30);
        assertThat(segments())
                .containsExactly("QUEUED 0-10", "READY 10-20", "READY 20-30", "COMPUTE 30-open");
        assertThat(task.isForLock(0)).isFalse();
        assertThat(task.isForLock(1)).isFalse();
        assertThat(task.isForLock(2)).isTrue();
        assertThat(task.isForLock(3)).isFalse();
    }

    @Test
    void knowsWhichPhasesItWasIn() {
        enter(QUEUED, 0, WAIT, 1);
        assertThat(task.entered(WAIT)).isTrue();
        assertThat(task.entered(CONNECT)).isFalse();
    }

    @Test
    void holdsMorePhasesThanItHadRoomFor() {
        for (int i = 0; i < 1_000; i++) {
            enter(i % 2 == 0 ? WAIT : RECEIVE, i);
        }
        assertThat(task.segments()).isEqualTo(1_000);
        assertThat(task.begin(999)).isEqualTo(999);
        assertThat(task.nanosIn(WAIT, 1_000)).isEqualTo(500);
    }

    @Test
    void aFullerPictureOfAnExchangeTakesThePlaceOfTheOneBefore() {
        Exchange first = Exchange.begin(0, 1, "http://a");
        Exchange second = Exchange.begin(1, 9, "http://b");
        task.note(first);
        task.note(second);
        task.note(first.on("c1", true).replied("HTTP/1.1", 302, 4.5, 4).received(7));
        assertThat(task.exchanges())
                .isEqualTo(
                        List.of(
                                new Exchange(
                                        0, 1, "http://a", "c1", true, "HTTP/1.1", 302, 7, 4.5, 4),
                                second));
    }

    private void enter(Object... phasesAndNanos) {
        for (int i = 0; i < phasesAndNanos.length; i += 2) {
            task.enter((Phase) phasesAndNanos[i], (int) phasesAndNanos[i + 1]);
        }
    }

    private List<String> segments() {
        return IntStream.range(0, task.segments()).mapToObj(this::segment).toList();
    }

    private String segment(int i) {
        String end = task.end(i) == TaskTrack.OPEN ? "open" : "" + task.end(i);
        return task.phase(i) + " " + task.begin(i) + "-" + end;
    }

    @Test
    void anAttemptToConnectIsKeptInItsPlaceAndItsFirstEndCounts() {
        TaskTrack task = new TaskTrack(0, "a", 0);
        ConnectAttempt first = ConnectAttempt.begin(0, 0, "192.0.2.1", 10);
        ConnectAttempt second = ConnectAttempt.begin(0, 1, "192.0.2.2", 20);
        task.note(first);
        task.note(second);
        List<ConnectAttempt> before = task.attempts();

        task.note(first.ended(30, new ConnectAttempt.Closed()));
        task.note(first.ended(40, new ConnectAttempt.Connected()));
        task.note(ConnectAttempt.begin(0, 0, "192.0.2.1", 11));

        assertThat(before).containsExactly(first, second);
        assertThat(task.attempts())
                .containsExactly(first.ended(30, new ConnectAttempt.Closed()), second);
    }

    @Test
    void anAttemptOfAnotherClockIsMovedIntoTheTaskAndStaysOpen() {
        ConnectAttempt attempt = ConnectAttempt.begin(0, 0, "192.0.2.1", 10);
        assertThat(attempt.within(20, 30)).isEqualTo(ConnectAttempt.begin(0, 0, "192.0.2.1", 20));
        assertThat(attempt.ended(50, new ConnectAttempt.Connected()).within(5, 30).endNanos())
                .isEqualTo(30);
    }
}
