package dev.overlap.trace.metrics;

import static dev.overlap.trace.Phase.BLOCKED;
import static dev.overlap.trace.Phase.COMPUTE;
import static dev.overlap.trace.Phase.LEASE;
import static dev.overlap.trace.Phase.PAUSE;
import static dev.overlap.trace.Phase.READY;
import static dev.overlap.trace.Phase.RECEIVE;
import static dev.overlap.trace.Phase.SEND;
import static dev.overlap.trace.Phase.WAIT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LowerBound.Cause;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** Tests against bounds calculated by hand, in milliseconds. */
class LowerBoundTest {

    private static final long MILLI = 1_000_000;
    private static final Outcome DONE = new Outcome.Done();
    private static final int PROCESSORS = 2;

    private final TraceBuilder builder = tasks(5);

    private static TraceBuilder tasks(int count) {
        return new TraceBuilder(Collections.nCopies(count, "a"), PROCESSORS);
    }

    private static UncontendedTimes of(Trace trace) {
        return UncontendedTimes.of(trace, trace.horizonNanos());
    }

    private LowerBound bound() {
        return of(builder.finished()).lowerBound();
    }

    private static LowerBound lock(double millis) {
        return new LowerBound(nanos(millis), new Cause.Held(0, "lock a", 1));
    }

    private static LowerBound longest(double millis, int task) {
        return new LowerBound(nanos(millis), new Cause.LongestTask(task));
    }

    private static long nanos(double millis) {
        return Math.round(millis * MILLI);
    }

    /** Five tasks {@code lock:a { sleep:100ms }}, one after another. */
    private int sleepsInLock(ResourceTrack.Type type, int places) {
        int lock = builder.addResource("a", type, places);
        for (int task = 0; task < 5; task++) {
            double turn = task / places * 100;
            if (turn > 0) {
                builder.enter(task, BLOCKED, 0);
            }
            builder.hold(lock, task, 0, turn, turn + 100)
                    .enter(task, PAUSE, turn)
                    .end(task, DONE, turn + 100);
        }
        return lock;
    }

    @Test
    void sleepsInsideALockAddUp() {
        sleepsInLock(ResourceTrack.Type.LOCK, 1);
        Trace trace = builder.finished();
        UncontendedTimes alone = of(trace);
        assertThat(alone.lowerBound()).isEqualTo(lock(500));
        assertThat(alone.longestNanos()).isEqualTo(100 * MILLI);
        assertThat(alone.sumNanos()).as("waiting for a lock is no work").isEqualTo(500 * MILLI);
        assertThat(Statistics.of(trace, 250 * MILLI).lowerBound())
                .as("so far")
                .isEqualTo(lock(250));
        assertThat(Statistics.of(trace, 500 * MILLI).peakInFlight()).isOne();
    }

    @Test
    void permitsDivideTheSumByTheirPlaces() {
        sleepsInLock(ResourceTrack.Type.PERMIT, 2);
        assertThat(bound())
                .isEqualTo(new LowerBound(250 * MILLI, new Cause.Held(0, "permit a", 2)));
    }

    @Test
    void theLongestTaskCountsIfItIsLonger() {
        sleepsInLock(ResourceTrack.Type.PERMIT, 5);
        assertThat(bound()).isEqualTo(longest(100, 0));
    }

    @Test
    void onlyWhatIsInsideCountsOfASleepThatGoesOnOutside() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        for (int task = 0; task < 5; task++) {
            double begin = task * 40;
            builder.enter(task, PAUSE, begin)
                    .hold(lock, task, begin + 30, begin + 30, begin + 70)
                    .end(task, DONE, begin + 90);
        }
        assertThat(bound()).isEqualTo(lock(200));
    }

    @Test
    void computationsInsideCountAsTheCpuTimeThatWasNotUsedOutside() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        for (int task = 0; task < 5; task++) {
            double begin = task * 100;
            builder.enter(task, READY, 0)
                    .hold(lock, task, begin, begin, begin + 100)
                    .enter(task, COMPUTE, begin)
                    .enter(task, READY, begin + 40)
                    .enter(task, COMPUTE, begin + 60)
                    .cpu(task, 60)
                    .end(task, new Outcome.Computed(), begin + 120);
        }
        // 20 of the 100 ms of computing are outside: at least 40 of the 60 ms of CPU time are not
        assertThat(bound()).isEqualTo(lock(200));
    }

    @Test
    void computationsWithoutAClockCountAsMeasured() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        for (int task = 0; task < 5; task++) {
            builder.enter(task, READY, 0)
                    .hold(lock, task, task * 30, task * 30, task * 30 + 30)
                    .enter(task, COMPUTE, task * 30)
                    .end(task, new Outcome.Computed(), task * 30 + 30);
        }
        assertThat(bound()).isEqualTo(lock(150));
    }

    /** An exchange with the lab that declares 50 ms, and takes 2 ms more if nothing disturbs it. */
    private void fetch(int task, double begin, double end) {
        int number = trace().task(task).exchanges().size();
        builder.enter(task, LEASE, begin)
                .note(
                        task,
                        Exchange.begin(number, nanos(begin), "/")
                                .replied("HTTP/1.1", 200, 50, 50)
                                .received(10))
                .enter(task, SEND, begin)
                .enter(task, WAIT, begin + 1)
                .enter(task, RECEIVE, end - 0.5);
    }

    private Trace trace() {
        return builder.live();
    }

    @Test
    void exchangesInsideCountAsDeclaredAndThoseOutsideDoNot() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        for (int task = 0; task < 5; task++) {
            double begin = 60 + task * 70;
            double end = begin + (task == 3 ? 52 : 70);
            fetch(task, 0, 55);
            builder.enter(task, BLOCKED, 55).hold(lock, task, 55, begin, begin + 70);
            fetch(task, begin, end);
            builder.enter(task, READY, end).answered(task, 200, begin + 70);
        }
        assertThat(bound()).isEqualTo(lock(5 * 52));
    }

    @Test
    void whatIsInsideTwoLocksCountsForBothAndWaitingForTheInnerOneForNone() {
        int outer = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int inner = builder.addResource("b", ResourceTrack.Type.LOCK, 1);
        builder.enter(0, BLOCKED, 0)
                .hold(inner, 1, 0, 0, 300)
                .enter(1, PAUSE, 0)
                .hold(outer, 0, 0, 0, 500)
                .hold(inner, 0, 0, 300, 400)
                .enter(0, PAUSE, 300)
                .end(1, DONE, 300)
                .end(0, DONE, 500);
        for (int task = 2; task < 5; task++) {
            double begin = 400 + task * 100;
            builder.enter(task, PAUSE, begin).hold(inner, task, begin, begin, begin + 10);
            builder.end(task, DONE, begin + 10);
        }
        assertThat(bound())
                .as("300 + 100 + 3 x 10 inside b; 200 inside a, which was held for 500")
                .isEqualTo(new LowerBound(430 * MILLI, new Cause.Held(1, "lock b", 1)));
    }

    @Test
    void whoFailedWhileHoldingSaysNothing() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 900)
                .enter(0, WAIT, 0)
                .failed(0, FailureKind.TIMED_OUT, 900)
                .hold(lock, 1, 0, 900, 950)
                .enter(1, BLOCKED, 0)
                .enter(1, PAUSE, 900)
                .end(1, DONE, 950);
        for (int task = 2; task < 5; task++) {
            builder.end(task, new Outcome.Cancelled(), 0);
        }
        assertThat(bound()).isEqualTo(longest(50, 1));
    }

    @Test
    void severalRunsShareTheLeastOfEachTask() {
        UncontendedTimes slow = of(twoSleeps(100, 120));
        UncontendedTimes other = of(twoSleeps(110, 90));
        assertThat(UncontendedTimes.least(List.of(slow, other)).lowerBound()).isEqualTo(lock(190));
        assertThat(slow.lowerBound()).as("stays as it is").isEqualTo(lock(220));
    }

    @Test
    void aRunThatEndedInADeadlockIsNoBasisForOneThatDidNot() {
        TraceBuilder stuck = tasks(2);
        int lock = stuck.addResource("a", ResourceTrack.Type.LOCK, 1);
        stuck.hold(lock, 0, 0, 0, 900).enter(0, PAUSE, 0).enter(1, BLOCKED, 0);
        stuck.failed(0, FailureKind.DEADLOCK, 900).failed(1, FailureKind.DEADLOCK, 900);
        UncontendedTimes failed = of(stuck.finished());
        UncontendedTimes free = of(twoSleeps(100, 120));
        assertThat(failed.lowerBound().isKnown()).isFalse();
        for (UncontendedTimes basis :
                List.of(
                        UncontendedTimes.least(List.of(failed, free)),
                        UncontendedTimes.least(List.of(free, failed)))) {
            assertThat(basis.lowerBound()).isEqualTo(lock(220));
            assertThat(basis.sumNanos()).isEqualTo(220 * MILLI);
        }
    }

    private static Trace twoSleeps(double first, double second) {
        TraceBuilder builder = tasks(2);
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, first).hold(lock, 1, 0, first, first + second);
        builder.enter(0, PAUSE, 0).enter(1, BLOCKED, 0).enter(1, PAUSE, first);
        return builder.end(0, DONE, first).end(1, DONE, first + second).finished();
    }

    @Test
    void listsWithAQueueHaveNoSumButABound() {
        int queue = builder.addResource("q", ResourceTrack.Type.QUEUE, 1);
        for (int task = 0; task < 5; task++) {
            builder.enter(task, PAUSE, 0).put(queue, task, 10, 10).end(task, DONE, 10 + task);
        }
        UncontendedTimes alone = of(builder.finished());
        assertThat(alone.sumNanos()).isEqualTo(UncontendedTimes.UNKNOWN);
        assertThat(alone.speedUp(14 * MILLI)).isNaN();
        assertThat(alone.lowerBound()).isEqualTo(longest(14, 4));
    }

    @Test
    void aTaskOfSeveralKindsNeedsItsCpuTimeAndItsWaits() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        fetch(0, 0, 60);
        builder.enter(0, BLOCKED, 60)
                .hold(lock, 0, 60, 160, 260)
                .enter(0, PAUSE, 160)
                .enter(0, COMPUTE, 260)
                .cpu(0, 30)
                .answered(0, 200, 340);
        for (int task = 1; task < 5; task++) {
            builder.end(task, DONE, 0);
        }
        Trace trace = builder.finished();
        assertThat(trace.task(0).workNanos(trace.wallNanos())).isEqualTo((60 + 100 + 30) * MILLI);
        assertThat(trace.task(0).cpuNanos(300 * MILLI)).as("half of it").isEqualTo(15 * MILLI);
        Statistics numbers = Statistics.of(trace, trace.wallNanos());
        assertThat(numbers.cpuNanos()).isEqualTo(30 * MILLI);
        assertThat(numbers.workNanos()).isEqualTo((60 + 100 + 30) * MILLI);
        assertThat(numbers.lowerBound()).isEqualTo(longest(190, 0));
    }
}
