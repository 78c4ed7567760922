package dev.overlap.trace.metrics;

import static dev.overlap.trace.Phase.COMPUTE;
import static dev.overlap.trace.Phase.LEASE;
import static dev.overlap.trace.Phase.READY;
import static dev.overlap.trace.Phase.RECEIVE;
import static dev.overlap.trace.Phase.WAIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** Tests against numbers calculated by hand for three tasks. */
class StatisticsTest {

    /**
     * <pre>
     * a  queued 0-10, wait 10-40, receive 40-50, answered          work 40
     * b  queued 0-20, wait 20-60, ready 60-80, receive 80-90, failed   work 50
     * c  queued 0-50, lease 50-60, wait 60-70, cancelled           work 10
     *
     * level: 10: 1, 20: 2, 50: 1, 60: b leaves as c enters, 70: 0, 80: 1, 90: 0
     * </pre>
     */
    private final Trace trace = threeLives();

    private static LowerBound longest(long nanos) {
        return new LowerBound(nanos, new LowerBound.Cause.LongestTask(0));
    }

    @Test
    void aFinishedRunHasItsNumbers() {
        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        assertThat(trace.wallNanos()).isEqualTo(90);
        assertThat(numbers)
                .usingRecursiveComparison()
                .withEqualsForFields((Double a, Double b) -> Math.abs(a - b) < 1e-9, "meanInFlight")
                .isEqualTo(
                        new Statistics(
                                90, -1, 0, 40, 0, longest(40), 2, 100 / 90.0, 3, 1, 0, 0, 1, 1, 0));
        assertThat(numbers.ended()).isEqualTo(3);
        assertThat(numbers.derivedSpeedUp()).as("one was cancelled, one failed").isNaN();
    }

    @Test
    void anInstantInsideTheRunHasTheNumbersUpToIt() {
        assertThat(Statistics.of(trace, 50))
                .isEqualTo(
                        new Statistics(
                                50, 70, 0, 40, 0, longest(40), 2, 70 / 50.0, 3, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aRunThatHasNotBegunHasNoNumbers() {
        Statistics numbers = Statistics.of(new Trace(List.of("a")), 0);
        assertThat(numbers)
                .isEqualTo(new Statistics(0, 0, 0, 0, 0, longest(0), 0, 0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(numbers.derivedSpeedUp()).isNaN();
    }

    @Test
    void aRunWithoutTasksHasNoLongestTask() {
        assertThat(Statistics.of(new Trace(List.of()), 10).longestTask()).isEqualTo(-1);
    }

    @Test
    void theCurveStepsWhereTasksEnterAndLeave() {
        ConcurrencyCurve curve = ConcurrencyCurve.of(trace, 90);
        assertThat(curve.nanos()).containsExactly(10, 20, 50, 70, 80, 90);
        assertThat(curve.level()).containsExactly(1, 2, 1, 0, 1, 0);
        assertThat(curve.peak()).isEqualTo(2);
        assertThat(curve.mean(90)).isCloseTo(100 / 90.0, within(1e-9));
    }

    @Test
    void theCurveHasAValueAtEveryInstant() {
        ConcurrencyCurve curve = ConcurrencyCurve.of(trace, 90);
        assertThat(List.of(curve.at(0), curve.at(10), curve.at(49), curve.at(50), curve.at(75)))
                .containsExactly(0, 1, 2, 1, 0);
        assertThat(curve.at(Long.MAX_VALUE)).isZero();
    }

    @Test
    void theCurveOfALiveRunStaysUpWhereTasksGoOn() {
        Trace live = new Trace(List.of("a", "b"));
        live.begin(0);
        live.task(0).enter(WAIT, 5);
        live.task(1).enter(WAIT, 7);
        live.task(1).end(new Outcome.Cancelled(), 9);
        ConcurrencyCurve curve = ConcurrencyCurve.of(live, 20);
        assertThat(curve.nanos()).containsExactly(5, 7, 9);
        assertThat(curve.level()).containsExactly(1, 2, 1);
        assertThat(curve.mean(20)).isCloseTo((2 + 2 * 2 + 11) / 20.0, within(1e-9));
        assertThat(ConcurrencyCurve.of(live, 6).level()).as("up to an instant").containsExactly(1);
    }

    @Test
    void aTaskThatLeavesAsAnotherEntersDoesNotOverlapIt() {
        Trace relay = new Trace(List.of("a", "b"));
        relay.begin(0);
        relay.task(0).enter(WAIT, 0);
        relay.task(0).end(new Outcome.Answered(200, 0), 10);
        relay.task(1).enter(WAIT, 10);
        relay.task(1).end(new Outcome.Answered(200, 0), 20);
        assertThat(ConcurrencyCurve.of(relay, 20).peak()).isEqualTo(1);
    }

    @Test
    void workThatTakesNoTimeLeavesNoStep() {
        Trace quick = new Trace(List.of("a"));
        quick.begin(0);
        quick.task(0).enter(WAIT, 3);
        quick.task(0).end(new Outcome.Answered(200, 0), 3);
        assertThat(ConcurrencyCurve.of(quick, 10).nanos()).isEmpty();
        assertThat(ConcurrencyCurve.of(quick, 10).peak()).isZero();
    }

    private static Trace computations(int processors) {
        Trace trace = new Trace(List.of("a", "b", "c"), processors);
        trace.begin(0);
        for (int i = 0; i < 3; i++) {
            trace.task(i).enter(COMPUTE, 0);
            trace.task(i).used(40);
            trace.task(i).end(new Outcome.Computed(), 100);
        }
        return trace;
    }

    @Test
    void aComputationWorksItsCpuTimeAndNoModelBeatsAllOfThemOverTheCores() {
        Statistics numbers = Statistics.of(computations(2), 100);
        assertThat(numbers.workNanos()).isEqualTo(120);
        assertThat(numbers.cpuNanos()).isEqualTo(120);
        assertThat(numbers.longestNanos()).isEqualTo(40);
        assertThat(numbers.computed()).isEqualTo(3);
        assertThat(numbers.answered()).isZero();
        assertThat(numbers.lowerBound())
                .isEqualTo(new LowerBound(60, new LowerBound.Cause.Processors(2)));
        assertThat(Statistics.of(computations(8), 100).lowerBound()).isEqualTo(longest(40));
        assertThat(Statistics.of(computations(8), 50).workNanos()).as("half of it").isEqualTo(60);
    }

    @Test
    void theCurveHoldsManyTasks() {
        Trace herd = new Trace(Collections.nCopies(1_000, "a"));
        herd.begin(0);
        for (int i = 0; i < 1_000; i++) {
            herd.task(i).enter(WAIT, i);
            herd.task(i).end(new Outcome.Answered(200, 0), 2_000);
        }
        assertThat(ConcurrencyCurve.of(herd, 2_000).peak()).isEqualTo(1_000);
    }

    private static Trace threeLives() {
        Trace trace = new Trace(List.of("a", "b", "c"));
        trace.begin(0);
        TaskTrack a = trace.task(0);
        a.enter(WAIT, 10);
        a.enter(RECEIVE, 40);
        a.end(new Outcome.Answered(200, 1), 50);
        TaskTrack b = trace.task(1);
        b.enter(WAIT, 20);
        b.enter(READY, 60);
        b.enter(RECEIVE, 80);
        b.end(new Outcome.Failed(FailureKind.RESET, "b was reset."), 90);
        TaskTrack c = trace.task(2);
        c.enter(LEASE, 50);
        c.enter(WAIT, 60);
        c.end(new Outcome.Cancelled(), 70);
        trace.finish();
        return trace;
    }
}
