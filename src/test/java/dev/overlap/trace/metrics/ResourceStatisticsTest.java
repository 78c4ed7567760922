package dev.overlap.trace.metrics;

import static dev.overlap.testkit.TraceBuilder.NEVER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Copy;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Tests against values calculated by hand. */
class ResourceStatisticsTest {

    private static final long MILLI = 1_000_000;
    private static final long UNKNOWN = ResourceStatistics.UNKNOWN;

    private final TraceBuilder builder = TraceBuilder.of("a", "b", "c");

    private static ResourceStatistics of(Trace trace, long untilMillis) {
        return ResourceStatistics.of(trace, trace.resource(0), untilMillis * MILLI);
    }

    private static ResourceStatistics uses(
            int uses, long held, long waited, long longest, int mostWaiting) {
        return new ResourceStatistics(
                uses,
                held * MILLI,
                waited * MILLI,
                longest * MILLI,
                mostWaiting,
                UNKNOWN,
                UNKNOWN,
                List.of());
    }

    private Trace finished(double millis) {
        for (int task = 0; task < 3; task++) {
            builder.end(task, new Outcome.Done(), millis);
        }
        return builder.finished();
    }

    @Test
    void threeTasksHaveALockOneAfterAnother() {
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 40).hold(lock, 1, 10, 40, 80).hold(lock, 2, 20, 80, 90);
        Trace trace = finished(100);

        assertThat(of(trace, 100)).isEqualTo(uses(3, 90, 90, 60, 2));
        assertThat(of(trace, 100).meanWaitNanos()).isEqualTo(30 * MILLI);
        assertThat(of(trace, 15)).isEqualTo(uses(2, 15, 5, 5, 1));
    }

    @Test
    void oneThatGetsItWhenAnotherAsksDoesNotWaitWithIt() {
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 40).hold(lock, 1, 10, 40, 80).hold(lock, 2, 40, 80, 90);
        assertThat(of(finished(100), 100).mostWaiting()).isOne();
    }

    @Test
    void permitsThatAreHeldAtOnceCountOnce() {
        int permit = builder.addResource("db", ResourceTrack.Type.PERMIT, 2);
        builder.hold(permit, 0, 0, 0, 40).hold(permit, 1, 10, 10, 50).hold(permit, 2, 60, 60, 70);
        assertThat(of(finished(100), 100)).isEqualTo(uses(3, 60, 0, 0, 0));
    }

    @Test
    void aWaitThatLastsOrWasGivenUpCountsToo() {
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, NEVER)
                .hold(lock, 1, 10, NEVER, 30)
                .hold(lock, 2, 20, NEVER, NEVER);
        assertThat(of(builder.live(), 100)).isEqualTo(uses(3, 100, 100, 80, 2));
    }

    @Test
    void queueIsNeverHeld() {
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 1);
        builder.take(queue, 0, 0, 30).put(queue, 1, 30, 30).put(queue, 2, 40, NEVER);
        assertThat(of(finished(100), 50)).isEqualTo(uses(3, 0, 40, 30, 1));
    }

    @Test
    void sharedCounterLosesWhatItDoesNotHold() {
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        builder.read(counter, 0, 0, 10)
                .read(counter, 1, 0, 20)
                .write(counter, 0, 1, 30)
                .write(counter, 1, 1, 40)
                .counted(counter, -1, 2, 1);
        Trace trace = finished(100);

        assertThat(of(trace, 100).expected()).isEqualTo(2);
        assertThat(of(trace, 100).got()).isEqualTo(1);
        assertThat(of(trace, 100).lost()).isEqualTo(1);
        assertThat(of(trace, 35).expected()).isOne();
        assertThat(of(trace, 35).lost()).isZero();
    }

    @Test
    void countersOfProcessesAreCopiesAndLoseNothing() {
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        int first = builder.addWorker("process-1", Role.PROCESS);
        int second = builder.addWorker("process-2", Role.PROCESS);
        builder.carriedBy(0, first).carriedBy(1, second);
        builder.write(counter, 0, 1, 10).write(counter, 1, 1, 20).write(counter, 1, 2, 30);
        builder.counted(counter, second, 2, 2).counted(counter, first, 1, 1);
        ResourceStatistics all = of(finished(100), 100);

        assertThat(all.copies()).containsExactly(new Copy(first, 1, 1), new Copy(second, 2, 2));
        assertThat(all.expected()).isEqualTo(3);
        assertThat(all.got()).isZero();
        assertThat(all.isCopied()).isTrue();
        assertThat(all.lost()).isZero();
        assertThat(of(builder.live(), 25).copies())
                .containsExactly(new Copy(first, 1, 1), new Copy(second, 1, 1));
    }

    @Test
    void totalsBeforeTheEndAreUnknownWhereNotAllReadsAndWritesWereKept() {
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        for (int i = 1; i <= 1_001; i++) {
            builder.write(counter, 0, i, i * 0.01);
        }
        builder.counted(counter, -1, 1_001, 1_001);
        Trace trace = finished(100);

        assertThat(of(trace, 50).expected()).isEqualTo(UNKNOWN);
        assertThat(of(trace, 50).lost()).isZero();
        assertThat(of(trace, 100).expected()).isEqualTo(1_001);
    }
}
