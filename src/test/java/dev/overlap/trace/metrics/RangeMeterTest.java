package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Tests against numbers calculated by hand, and against counting nanosecond by nanosecond. */
class RangeMeterTest {

    private static final long MILLI = 1_000_000;

    private static RangeStatistics measured(Trace trace, double fromMillis, double toMillis) {
        return new RangeMeter(trace, trace.horizonNanos())
                .measure(Math.round(fromMillis * MILLI), Math.round(toMillis * MILLI));
    }

    /**
     * <pre>
     * a  queued 0-10, wait 10-40, receive 40-50, end        on thread-1, 10-50
     * b  queued 0-50, compute 50-90, end                    on thread-1, 50-90
     * </pre>
     */
    private static Trace two() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int thread = builder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        builder.enter(0, Phase.WAIT, 10).enter(0, Phase.RECEIVE, 40);
        builder.note(0, reply(0, 10, 1_000)).answered(0, 200, 50);
        builder.enter(1, Phase.COMPUTE, 50).end(1, new Outcome.Computed(), 90);
        return builder.busy(thread, 0, 10, 50).busy(thread, 1, 50, 90).finished();
    }

    private static Exchange reply(int number, double startMillis, long bytes) {
        return Exchange.begin(number, Math.round(startMillis * MILLI), "/").received(bytes);
    }

    @Test
    void aRangeInsideARunHasTheFiguresOfWhatLiesInIt() {
        assertThat(measured(two(), 20, 70))
                .isEqualTo(
                        new RangeStatistics(
                                20 * MILLI,
                                70 * MILLI,
                                50 * MILLI,
                                1,
                                1,
                                1.0,
                                1,
                                Map.of(
                                        Phase.QUEUED, 30 * MILLI,
                                        Phase.WAIT, 20 * MILLI,
                                        Phase.RECEIVE, 10 * MILLI,
                                        Phase.COMPUTE, 20 * MILLI),
                                List.of(new WorkerUse(0, 50 * MILLI, 30 * MILLI)),
                                new RangeBytes(1_000, 1, 0, 0)));
        RangeStatistics range = measured(two(), 20, 70);
        assertThat(range.share(Phase.QUEUED)).isEqualTo(30 / 80.0);
        assertThat(range.share(Phase.DNS)).isZero();
        assertThat(range.shareOfTime(range.workers().getFirst().busyNanos())).isEqualTo(0.6);
    }

    /** At 50 ms one task ends and the other begins. */
    @Test
    void anEventAtABorderBelongsToTheLaterRange() {
        RangeStatistics before = measured(two(), 10, 50);
        RangeStatistics after = measured(two(), 50, 90);

        assertThat(List.of(before.begun(), before.ended())).containsExactly(1, 0);
        assertThat(List.of(after.begun(), after.ended())).as("with the end").containsExactly(1, 2);
        assertThat(before.peakInFlight()).isEqualTo(1);
    }

    @Test
    void whatIsOutsideOfTheRunDoesNotCount() {
        RangeStatistics late = measured(two(), 80, 180);
        assertThat(late.lengthNanos()).isEqualTo(100 * MILLI);
        assertThat(late.knownNanos()).isEqualTo(10 * MILLI);
        assertThat(late.meanInFlight()).isEqualTo(1);
        assertThat(late.ended()).isEqualTo(1);
        assertThat(measured(two(), -30, 10).beginNanos()).isZero();

        RangeStatistics after = measured(two(), 90, 200);
        assertThat(after.knownNanos()).isZero();
        assertThat(List.of(after.begun(), after.ended(), after.peakInFlight())).containsOnly(0);
        assertThat(after.meanInFlight()).isZero();
        assertThat(after.phaseNanos()).isEmpty();
        assertThat(after.share(Phase.WAIT) + after.shareOfTime(1)).isZero();
    }

    @Test
    void aLiveRunIsMeasuredUpToThePresent() {
        TraceBuilder builder = TraceBuilder.of("a").enter(0, Phase.WAIT, 10);
        int loop = builder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        RangeStatistics range =
                new RangeMeter(builder.busy(loop, 0, 10, 20).live(), 40 * MILLI)
                        .measure(15 * MILLI, 100 * MILLI);

        assertThat(range.knownNanos()).isEqualTo(25 * MILLI);
        assertThat(range.phaseNanos()).isEqualTo(Map.of(Phase.WAIT, 25 * MILLI));
        assertThat(range.meanInFlight()).isEqualTo(1);
        assertThat(range.workers()).containsExactly(new WorkerUse(0, 5 * MILLI, 5 * MILLI));
        assertThat(range.ended()).isZero();
    }

    @Test
    void bytesOfAReplyThatIsOnlyPartlyInTheRangeAreUnknown() {
        assertThat(measured(two(), 45, 60).bytes()).isEqualTo(new RangeBytes(0, 0, 1_000, 1));
        assertThat(measured(two(), 40, 45).bytes()).isEqualTo(new RangeBytes(0, 0, 1_000, 1));
        assertThat(measured(two(), 40, 50).bytes()).isEqualTo(new RangeBytes(1_000, 1, 0, 0));
        assertThat(measured(two(), 50, 60).bytes()).isEqualTo(new RangeBytes(0, 0, 0, 0));
    }

    /** The second reply comes after a redirect; the third is never complete. */
    @Test
    void eachReplyOfATaskCountsInItsOwnTime() {
        TraceBuilder builder = TraceBuilder.of("a");
        builder.enter(0, Phase.WAIT, 0).note(0, reply(0, 0, 10)).enter(0, Phase.RECEIVE, 10);
        builder.enter(0, Phase.LEASE, 20).note(0, reply(1, 20, 200));
        builder.enter(0, Phase.WAIT, 30).enter(0, Phase.RECEIVE, 40).enter(0, Phase.LEASE, 50);
        builder.note(0, reply(2, 50, 0)).enter(0, Phase.WAIT, 60).enter(0, Phase.RECEIVE, 70);
        Trace trace = builder.answered(0, 200, 80).finished();

        assertThat(measured(trace, 0, 30).bytes()).isEqualTo(new RangeBytes(10, 1, 0, 0));
        assertThat(measured(trace, 15, 55).bytes()).isEqualTo(new RangeBytes(200, 1, 10, 1));
        assertThat(measured(trace, 55, 80).bytes()).isEqualTo(new RangeBytes(0, 0, 0, 0));
    }

    @Test
    void aRunOfTenThousandTasksAndOneWithoutAnyAreMeasured() {
        TraceBuilder builder =
                new TraceBuilder(IntStream.range(0, 10_000).mapToObj(i -> "t").toList());
        for (int task = 0; task < 10_000; task++) {
            builder.enter(task, Phase.WAIT, task / 100.0).answered(task, 200, task / 100.0 + 5);
        }
        RangeStatistics range = measured(builder.finished(), 50, 60);
        assertThat(List.of(range.begun(), range.ended())).containsExactly(1_000, 1_000);
        assertThat(range.peakInFlight()).isEqualTo(500);
        assertThat(range.meanInFlight()).isCloseTo(500, within(0.01));

        RangeStatistics nothing = measured(new TraceBuilder(List.of()).finished(), 0, 10);
        assertThat(List.of(nothing.begun(), nothing.ended(), nothing.peakInFlight()))
                .containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRangeHasTheFiguresOfCountingEachNanosecond(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            Trace trace = new RandomRun(random).trace();
            long until = trace.isFinished() ? trace.wallNanos() : random.nextInt(120);
            RangeMeter meter = new RangeMeter(trace, until);
            for (int i = 0; i < 8; i++) {
                long begin = random.nextInt(110);
                long end = begin + 1 + random.nextInt(60);
                assertSame(new Count(trace, begin, end, until), meter.measure(begin, end));
            }
        }
    }

    private static void assertSame(Count expected, RangeStatistics range) {
        assertThat(range.phaseNanos()).isEqualTo(expected.phases());
        assertThat(range.peakInFlight()).isEqualTo(expected.peak());
        assertThat(range.meanInFlight()).isCloseTo(expected.mean(), within(1e-9));
        assertThat(range.ended()).isEqualTo(expected.ended());
        assertThat(range.begun()).isEqualTo(expected.begun());
        for (WorkerUse worker : range.workers()) {
            assertThat(worker.occupiedNanos()).isEqualTo(expected.occupied(worker.worker()));
            assertThat(worker.busyNanos()).isEqualTo(expected.busy(worker.worker()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void adjacentRangesAddUpToTheRun(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            Trace trace = new RandomRun(random).finished().trace();
            long wall = trace.wallNanos();
            RangeMeter meter = new RangeMeter(trace, wall);
            RangeStatistics whole = meter.measure(0, wall);
            long middle = random.nextLong(wall + 1);
            List<RangeStatistics> parts =
                    List.of(meter.measure(0, middle), meter.measure(middle, wall));
            assertThat(parts.stream().mapToInt(RangeStatistics::ended).sum())
                    .isEqualTo(whole.ended());
            assertThat(parts.stream().mapToInt(RangeStatistics::begun).sum())
                    .isEqualTo(whole.begun());
            assertThat(parts.stream().mapToInt(RangeStatistics::peakInFlight).max())
                    .hasValue(whole.peakInFlight());
            assertThat(whole.ended()).isEqualTo(trace.ended());
            assertThat(whole.peakInFlight()).isEqualTo(Statistics.of(trace, wall).peakInFlight());
            assertThat(whole.meanInFlight())
                    .isCloseTo(Statistics.of(trace, wall).meanInFlight(), within(1e-9));
            for (WorkerUse worker : whole.workers()) {
                WorkerStatistics all =
                        WorkerStatistics.of(trace, trace.worker(worker.worker()), wall);
                assertThat(worker.busyNanos()).isEqualTo(all.busyNanos());
                assertThat(worker.occupiedNanos()).isEqualTo(all.busyNanos() + all.waitingNanos());
            }
        }
    }

    /** A run with events at whole nanoseconds, many of them at the same. */
    private static final class RandomRun {

        private static final Phase[] PHASES = {
            Phase.READY,
            Phase.BLOCKED,
            Phase.LEASE,
            Phase.SEND,
            Phase.WAIT,
            Phase.RECEIVE,
            Phase.COMPUTE,
            Phase.PAUSE
        };

        private final Random random;
        private final TraceBuilder builder;
        private final int tasks;
        private final Trace trace;

        RandomRun(Random random) {
            this.random = random;
            tasks = 1 + random.nextInt(6);
            builder = new TraceBuilder(IntStream.range(0, tasks).mapToObj(i -> "t" + i).toList());
            int thread = builder.addWorker("thread-1", WorkerTrack.Role.THREAD);
            int loop = builder.addWorker("loop-1", WorkerTrack.Role.LOOP, 7e-6);
            boolean finishes = random.nextBoolean();
            for (int task = 0; task < tasks; task++) {
                fill(task, finishes || random.nextBoolean());
            }
            slices(thread);
            slices(loop);
            trace = finishes ? builder.finished() : builder.live();
        }

        private void fill(int task, boolean ends) {
            long at = random.nextInt(40);
            int phases = random.nextInt(6);
            for (int i = 0; i < phases; i++) {
                builder.enter(task, PHASES[random.nextInt(PHASES.length)], at / 1e6);
                at += random.nextInt(20);
            }
            if (ends) {
                Outcome outcome =
                        random.nextBoolean() ? new Outcome.Done() : new Outcome.Cancelled();
                builder.end(task, outcome, at / 1e6);
            }
        }

        private void slices(int worker) {
            long at = random.nextInt(20);
            for (int i = random.nextInt(6); i > 0; i--) {
                long end = at + random.nextInt(15);
                builder.busy(worker, random.nextInt(tasks), at / 1e6, end / 1e6);
                at = end + random.nextInt(4);
            }
        }

        RandomRun finished() {
            for (int task = 0; task < tasks; task++) {
                builder.end(task, new Outcome.Done(), 130 / 1e6);
            }
            builder.finished();
            return this;
        }

        Trace trace() {
            return trace;
        }
    }

    /** Counts what is in a range, nanosecond by nanosecond. */
    private record Count(Trace trace, long begin, long end, long until) {

        private IntStream instants() {
            return IntStream.range((int) begin, (int) Math.max(begin, Math.min(end, until)));
        }

        private boolean isIn(long nanos) {
            return instants().anyMatch(at -> at == nanos)
                    || (instants().findAny().isPresent() && nanos == until && end >= until);
        }

        int begun() {
            return (int)
                    trace.tasks().stream()
                            .filter(task -> task.segments() > 1)
                            .filter(task -> isIn(task.begin(1)))
                            .count();
        }

        int ended() {
            return (int) trace.tasks().stream().filter(task -> isIn(task.endNanos())).count();
        }

        private static Phase phaseAt(TaskTrack task, long at) {
            int segment = task.segmentAt(at);
            return segment < 0 || at >= task.end(segment) ? null : task.phase(segment);
        }

        private int level(long at) {
            return (int)
                    trace.tasks().stream()
                            .map(task -> phaseAt(task, at))
                            .filter(phase -> phase != null && phase.isWork())
                            .count();
        }

        int peak() {
            return instants().map(this::level).max().orElse(0);
        }

        double mean() {
            return instants().map(this::level).average().orElse(0);
        }

        Map<Phase, Long> phases() {
            Map<Phase, Long> sums = new EnumMap<>(Phase.class);
            instants()
                    .forEach(
                            at -> {
                                for (TaskTrack task : trace.tasks()) {
                                    Phase phase = phaseAt(task, at);
                                    if (phase != null) {
                                        sums.merge(phase, 1L, Long::sum);
                                    }
                                }
                            });
            return sums;
        }

        private int taskOf(WorkerTrack worker, long at) {
            for (int slice = 0; slice < worker.slices(); slice++) {
                if (worker.begin(slice) <= at && at < worker.end(slice)) {
                    return worker.task(slice);
                }
            }
            return -1;
        }

        long occupied(int worker) {
            return instants().filter(at -> taskOf(trace.worker(worker), at) >= 0).count();
        }

        long busy(int worker) {
            WorkerTrack track = trace.worker(worker);
            return instants()
                    .filter(at -> taskOf(track, at) >= 0)
                    .filter(at -> track.role() == WorkerTrack.Role.LOOP || isBusy(track, at))
                    .count();
        }

        private boolean isBusy(WorkerTrack worker, long at) {
            Phase phase = phaseAt(trace.task(taskOf(worker, at)), at);
            return phase != null && phase.keepsWorkerBusy();
        }
    }
}
