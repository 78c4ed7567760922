package dev.overlap.trace.metrics;

import static dev.overlap.trace.Phase.COMPUTE;
import static dev.overlap.trace.Phase.CONNECT;
import static dev.overlap.trace.Phase.LEASE;
import static dev.overlap.trace.Phase.PAUSE;
import static dev.overlap.trace.Phase.READY;
import static dev.overlap.trace.Phase.RECEIVE;
import static dev.overlap.trace.Phase.WAIT;
import static dev.overlap.trace.metrics.UncontendedTimes.UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.UncontendedTimesCalculator.Ending;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Tests against times calculated by hand, in milliseconds. */
class UncontendedTimesTest {

    private static final Outcome ANSWERED = new Outcome.Answered(200, 1);
    private static final int PROCESSORS = 2;
    private static final List<Phase> PHASES = List.of(Phase.values());

    private final Trace trace = trace(3);

    private static Trace trace(int tasks) {
        Trace trace = new Trace(Collections.nCopies(tasks, "a"), PROCESSORS);
        trace.begin(0);
        return trace;
    }

    private static long millis(double millis) {
        return Math.round(millis * 1e6);
    }

    private void enter(int task, Phase phase, double at) {
        trace.task(task).enter(phase, millis(at));
    }

    private void end(int task, Outcome outcome, double at) {
        trace.task(task).end(outcome, millis(at));
    }

    /** Records an exchange from its lease to its end; NaN: no declared time. */
    private void exchange(int task, double begin, double end, double declared, long bytes) {
        enter(task, LEASE, begin);
        enter(task, CONNECT, begin);
        int number = trace.task(task).exchanges().size();
        trace.note(
                task,
                Exchange.begin(number, millis(begin), "/")
                        .replied("HTTP/1.1", 200, declared, declared)
                        .received(bytes));
        enter(task, WAIT, begin);
        enter(task, RECEIVE, end);
    }

    private void fetch(int task, double begin, double end, double declared) {
        exchange(task, begin, end, declared, 100);
        end(task, ANSWERED, end);
    }

    private void loopBusy(int task, double from, double to) {
        WorkerTrack loop =
                trace.workers().isEmpty()
                        ? trace.addWorker("loop-1", WorkerTrack.Role.LOOP, 0)
                        : trace.worker(0);
        loop.busy(task, millis(from));
        loop.idle(millis(to));
    }

    private UncontendedTimes alone() {
        trace.finish();
        return UncontendedTimes.of(trace, trace.wallNanos());
    }

    private static double sum(UncontendedTimes alone) {
        return alone.sumNanos() / 1e6;
    }

    private static double longest(UncontendedTimes alone) {
        return alone.longestNanos() / 1e6;
    }

    @Test
    void whatOnlyAHeldLoopMadeATaskWaitForIsNotItsWork() {
        enter(0, COMPUTE, 0);
        trace.task(0).used(millis(980));
        end(0, new Outcome.Computed(), 1_000);
        loopBusy(0, 0, 1_000);
        fetch(1, 1, 1_102, 100);
        fetch(2, 1, 1_105, 100);
        UncontendedTimes alone = alone();
        // the first: 1101 less 999 held is 102, that is 2 more than declared; the second has 5 more
        assertThat(sum(alone)).isCloseTo(980 + 102 + 102, within(1e-6));
        assertThat(longest(alone)).isCloseTo(980, within(1e-6));
        assertThat(alone.longestTask()).isZero();
        assertThat(alone.speedUp(trace.wallNanos())).isCloseTo(1184 / 1105.0, within(1e-9));
    }

    @Test
    void aSiteThatDeclaresNothingTellsNoSumWhereTheLoopWasHeldButStillABound() {
        loopBusy(0, 0, 100);
        fetch(0, 0, 100, Double.NaN);
        fetch(1, 0, 300, Double.NaN);
        fetch(2, 0, 310, Double.NaN);
        UncontendedTimes alone = alone();
        assertThat(alone.sumNanos()).isEqualTo(UNKNOWN);
        assertThat(alone.speedUp(trace.wallNanos())).isNaN();
        assertThat(longest(alone)).as("it may have come at any time").isCloseTo(210, within(1e-6));
    }

    @Test
    void aLoopThatIsHardlyBusyIsNoContention() {
        loopBusy(0, 95, 100);
        fetch(0, 0, 100, Double.NaN);
        fetch(1, 0, 200, Double.NaN);
        fetch(2, 0, 300, Double.NaN);
        UncontendedTimes alone = alone();
        assertThat(sum(alone)).isCloseTo(100 + 195 + 295, within(1e-6));
    }

    @Test
    void aTaskHasItsOwnStepsOnTheLoop() {
        loopBusy(0, 0, 50);
        loopBusy(1, 50, 52);
        fetch(0, 0, 60, Double.NaN);
        enter(1, READY, 0);
        fetch(1, 50, 60, Double.NaN);
        enter(2, READY, 0);
        fetch(2, 60, 1_000, Double.NaN);
        UncontendedTimes alone = alone();
        assertThat(sum(alone)).isCloseTo(58 + 10 + 940, within(1e-6));
    }

    @Test
    void aThreadIsNotHeldByALoopThatIsNotItsOwn() {
        loopBusy(0, 0, 100);
        int helper = trace.addWorker("offload-1", WorkerTrack.Role.THREAD, 0).index();
        for (int task = 0; task < 3; task++) {
            trace.task(task).setWorker(helper);
            fetch(task, 0, 100, Double.NaN);
        }
        assertThat(sum(alone())).isCloseTo(300, within(1e-6));
    }

    @Test
    void whereAllProcessorsComputeTheOthersAreHeldUp() {
        for (int task = 0; task < 2; task++) {
            enter(task, COMPUTE, 0);
            trace.task(task).used(millis(500));
            end(task, new Outcome.Computed(), 500);
        }
        fetch(2, 0, 600, Double.NaN);
        UncontendedTimes alone = alone();
        assertThat(alone.sumNanos()).isEqualTo(UNKNOWN);
        assertThat(longest(alone)).isCloseTo(500, within(1e-6));
    }

    @Test
    void computationsWithoutAClockSayNothingWhereTheyShareTheProcessors() {
        for (int task = 0; task < 3; task++) {
            enter(task, COMPUTE, 0);
            end(task, new Outcome.Computed(), 300);
        }
        assertThat(alone().sumNanos()).isEqualTo(UNKNOWN);
    }

    @Test
    void asManyComputationsWithoutAClockAsThereAreProcessorsDoNotShareThem() {
        enter(0, COMPUTE, 0);
        end(0, new Outcome.Computed(), 300);
        enter(1, COMPUTE, 0);
        end(1, new Outcome.Computed(), 200);
        fetch(2, 300, 310, Double.NaN);
        assertThat(sum(alone())).isCloseTo(510, within(1e-6));
    }

    @Test
    void aLargeReplyCountsAsItWas() {
        exchange(0, 0, 80, 0, 50_000_000);
        end(0, ANSWERED, 480);
        fetch(1, 0, 101, 100);
        fetch(2, 0, 102, 100);
        assertThat(sum(alone())).isCloseTo(480 + 101 + 101, within(1e-6));
    }

    @Test
    void pausesAndEveryExchangeOfAPollCount() {
        exchange(0, 0, 3, 0, 10);
        enter(0, PAUSE, 3);
        exchange(0, 103, 105, 0, 10);
        end(0, ANSWERED, 105);
        fetch(1, 0, 1, 0);
        fetch(2, 0, 1, 0);
        UncontendedTimes alone = alone();
        assertThat(sum(alone)).as("a pause, and four exchanges of 1 ms").isEqualTo(104);
        assertThat(longest(alone)).isEqualTo(102);
    }

    @Test
    void waitingForATurnIsNoWork() {
        enter(0, LEASE, 0);
        fetch(0, 500, 600, Double.NaN);
        enter(1, READY, 0);
        fetch(1, 500, 600, Double.NaN);
        fetch(2, 0, 100, Double.NaN);
        assertThat(sum(alone())).isCloseTo(300, within(1e-6));
    }

    @Test
    void tasksThatFailSayNothing() {
        for (int task = 0; task < 3; task++) {
            enter(task, WAIT, 0);
            end(task, new Outcome.Failed(FailureKind.TIMED_OUT, "It took too long."), 1_000);
        }
        UncontendedTimes alone = alone();
        assertThat(alone.sumNanos()).isEqualTo(UNKNOWN);
        assertThat(alone.longestNanos()).isEqualTo(UNKNOWN);
        assertThat(alone.longestTask()).isEqualTo(-1);
    }

    @Test
    void aTaskThatFailsAtOnceHidesNoSum() {
        fetch(0, 0, 100, Double.NaN);
        fetch(1, 0, 200, Double.NaN);
        enter(2, CONNECT, 0);
        end(2, new Outcome.Failed(FailureKind.REFUSED, "Nobody listens there."), 1);
        UncontendedTimes alone = alone();
        assertThat(sum(alone)).isCloseTo(300, within(1e-6));
        assertThat(longest(alone)).isCloseTo(200, within(1e-6));
    }

    @Test
    void aTaskThatWasStoppedMayHaveNeededAnyTime() {
        fetch(0, 0, 100, Double.NaN);
        fetch(1, 0, 200, Double.NaN);
        end(2, new Outcome.Cancelled(), 0);
        assertThat(alone().sumNanos()).isEqualTo(UNKNOWN);
    }

    @Test
    void aTaskThatGoesOnNeedsWhatItHasTaken() {
        fetch(0, 0, 100, 100);
        exchange(1, 0, 40, 300, 0);
        fetch(2, 60, 160, Double.NaN);
        UncontendedTimes half = UncontendedTimes.of(trace, millis(50));
        assertThat(sum(half)).isCloseTo(50 + 50, within(1e-6));
    }

    @Test
    void severalRunsHaveOneBasisTheLeastOfEachTask() {
        UncontendedTimes one = of(new double[] {100, 200, 300}, new double[] {0, 0, 0});
        UncontendedTimes other = of(new double[] {110, 190, 310}, new double[] {0, 0, 0});
        UncontendedTimes basis = UncontendedTimes.least(List.of(one, other));
        assertThat(sum(basis)).isEqualTo(100 + 190 + 300);
        assertThat(longest(basis)).isEqualTo(300);
        assertThat(sum(one)).as("stays as it is").isEqualTo(600);
    }

    @Test
    void aRunThatContendsForATaskTellsLessThanOneThatDoesNot() {
        UncontendedTimes held = of(new double[] {10, 0, 300}, new double[] {90, 200, 0});
        UncontendedTimes free = of(new double[] {100, 200, 310}, new double[] {0, 0, 0});
        assertThat(held.sumNanos()).isEqualTo(UNKNOWN);
        assertThat(sum(UncontendedTimes.least(List.of(held, free)))).isEqualTo(600);
        assertThat(sum(UncontendedTimes.least(List.of(free, held)))).isEqualTo(600);
    }

    @Test
    void whatFailedInOneRunIsKnownFromAnother() {
        Ending done = Ending.DONE;
        UncontendedTimes stopped =
                new UncontendedTimes(
                        new long[] {0, millis(10)},
                        new long[] {millis(1_000), 0},
                        new Ending[] {Ending.CANCELLED, done},
                        new ResourceDemand(trace(2)));
        UncontendedTimes whole =
                new UncontendedTimes(
                        new long[] {millis(50), millis(20)},
                        new long[2],
                        new Ending[] {done, done},
                        new ResourceDemand(trace(2)));
        UncontendedTimes basis = UncontendedTimes.least(List.of(stopped, whole));
        assertThat(sum(basis)).isEqualTo(60);
        assertThat(longest(basis)).isEqualTo(50);
    }

    private static UncontendedTimes of(double[] alone, double[] contended) {
        Ending[] endings = new Ending[alone.length];
        long[] known = new long[alone.length];
        long[] unsure = new long[alone.length];
        for (int i = 0; i < alone.length; i++) {
            endings[i] = Ending.DONE;
            known[i] = millis(alone[i]);
            unsure[i] = millis(contended[i]);
        }
        return new UncontendedTimes(
                known, unsure, endings, new ResourceDemand(trace(alone.length)));
    }

    /** A task never needs longer than its measured work, and hence than the wall time. */
    @Test
    void noTaskEverNeedsLongerThanItTook() {
        Random random = new Random(20);
        for (int round = 0; round < 500; round++) {
            Trace lives = randomLives(random);
            long wall = lives.wallNanos();
            for (long until : new long[] {wall / 3, wall}) {
                UncontendedTimes alone = UncontendedTimes.of(lives, until);
                long worked = lives.tasks().stream().mapToLong(task -> task.workNanos(until)).sum();
                assertThat(alone.longestNanos()).isBetween(UNKNOWN, wall);
                assertThat(alone.sumNanos()).isBetween(UNKNOWN, worked);
            }
        }
    }

    private static Trace randomLives(Random random) {
        Trace trace = trace(5);
        WorkerTrack loop = trace.addWorker("loop-1", WorkerTrack.Role.LOOP, 0);
        for (int task = 0; task < 5; task++) {
            long at = millis(random.nextInt(50));
            for (int step = random.nextInt(12); step > 0; step--) {
                Phase phase = PHASES.get(random.nextInt(PHASES.size()));
                trace.task(task).enter(phase, at);
                if (phase == LEASE) {
                    int number = trace.task(task).exchanges().size();
                    double declared = random.nextBoolean() ? Double.NaN : random.nextInt(40);
                    trace.note(
                            task,
                            Exchange.begin(number, at, "/")
                                    .replied("HTTP/1.1", 200, declared, declared)
                                    .received(random.nextInt(100_000)));
                }
                at += millis(random.nextDouble() * 40);
            }
            trace.task(task).end(ANSWERED, at);
        }
        for (long at = 0; at < millis(400); at += millis(random.nextInt(1, 30))) {
            loop.busy(random.nextInt(-1, 5), at);
            loop.idle(at + millis(random.nextInt(20)));
        }
        trace.finish();
        return trace;
    }
}
