package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

class DurationDistributionTest {

    private static final long MILLI = 1_000_000;

    private static Trace four() {
        TraceBuilder builder = TraceBuilder.of("a", "b", "c", "d");
        builder.enter(0, Phase.WAIT, 10).answered(0, 404, 50);
        builder.enter(1, Phase.WAIT, 50).end(1, new Outcome.Done(), 80);
        builder.enter(2, Phase.WAIT, 0).failed(2, FailureKind.RESET, 60);
        return builder.end(3, new Outcome.Cancelled(), 90).finished();
    }

    @Test
    void completedTasksAreMeasuredWithAndWithoutTheQueue() {
        TraceMoment whole = TraceMoment.at(four(), TraceMoment.FOLLOW);
        TaskDurations all = TaskDurations.of(whole);
        DurationDistribution tasks = all.fromStart();
        DurationDistribution queued = all.withQueue();

        assertThat(List.of(tasks.count(), queued.count())).containsOnly(2);
        assertThat(List.of(tasks.shortest(), tasks.median(), tasks.longest()))
                .containsExactly(30 * MILLI, 35 * MILLI, 40 * MILLI);
        assertThat(List.of(all.ended(), all.leftOut())).containsExactly(4, 2);
        assertThat(List.of(queued.shortest(), queued.median(), queued.longest()))
                .containsExactly(50 * MILLI, 65 * MILLI, 80 * MILLI);
    }

    @Test
    void aMomentOfAReplayHasOnlyTheTasksThatHadEnded() {
        Trace trace = four();
        TaskDurations some = TaskDurations.of(TraceMoment.at(trace, 79 * MILLI));
        assertThat(some.fromStart().count()).isEqualTo(1);
        assertThat(some.leftOut()).isEqualTo(1);
        assertThat(TaskDurations.of(TraceMoment.at(trace, 0)).ended()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,''", "9,''", "10,90", "19,90", "20,'90,95'", "99,'90,95'", "100,'90,95,99'"})
    void onlyPercentilesWithADurationAboveThemAreJustified(int count, String percentiles) {
        DurationDistribution durations =
                DurationDistribution.of(LongStream.rangeClosed(1, count).toArray());
        assertThat(durations.percentiles())
                .extracting(String::valueOf)
                .containsExactly(percentiles.isEmpty() ? new String[0] : percentiles.split(","));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "10", "10000"})
    void percentilesAreTheSmallestThatEnoughDurationsDoNotExceed(int count) {
        Random random = new Random(count);
        long[] values = LongStream.generate(() -> random.nextInt(1_000)).limit(count).toArray();
        DurationDistribution durations = DurationDistribution.of(values);
        for (int percent = 1; percent <= 100; percent++) {
            long found = durations.percentile(percent);
            assertThat(atMost(values, found) * 100L).isGreaterThanOrEqualTo((long) percent * count);
            assertThat(atMost(values, found - 1) * 100L).isLessThan((long) percent * count);
        }
        assertThat(durations.percentile(100)).isEqualTo(durations.longest());
        assertThat(atMost(values, durations.median()) * 2).isGreaterThanOrEqualTo(count - 1);
    }

    private static long atMost(long[] values, long limit) {
        return Arrays.stream(values).filter(value -> value <= limit).count();
    }

    @Test
    void fewOrEqualDurationsHaveNoHistogram() {
        assertThat(DurationDistribution.of().histogram()).isNull();
        assertThat(DurationDistribution.of(1, 2, 3, 4, 5, 6, 7, 8, 9).histogram()).isNull();
        assertThat(DurationDistribution.of(new long[1_000]).histogram()).isNull();
    }

    @Test
    void binsHaveRoundBordersAndGrowOnlyIfTheDurationsDiffer() {
        assertThat(edges(100, 110, 120, 130, 140, 150, 160, 170, 180, 340))
                .containsExactly(100, 150, 200, 250, 300, 350);
        assertThat(edges(3, 4, 4, 5, 6, 7, 8, 9, 40, 800))
                .containsExactly(2, 5, 10, 20, 50, 100, 200, 500, 1_000);
    }

    private static List<Integer> edges(long... millis) {
        long[] nanos = Arrays.stream(millis).map(each -> each * MILLI).toArray();
        DurationHistogram histogram =
                Objects.requireNonNull(DurationDistribution.of(nanos).histogram());
        return Arrays.stream(histogram.edges())
                .map(each -> each / MILLI)
                .mapToObj(Math::toIntExact)
                .toList();
    }

    /** With durations from zero to hours, alike and of all magnitudes. */
    @Test
    void everyDurationIsInItsBinAndBinsAreFew() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            int count = 10 + random.nextInt(run % 10 == 0 ? 10_000 : 100);
            double magnitude = random.nextDouble() * 13;
            long base = random.nextBoolean() ? 0 : (long) Math.pow(10, random.nextDouble() * 12);
            long[] values =
                    LongStream.generate(
                                    () ->
                                            base
                                                    + (long)
                                                            Math.pow(
                                                                    10,
                                                                    random.nextDouble()
                                                                            * magnitude))
                            .limit(count)
                            .toArray();
            DurationHistogram histogram = DurationDistribution.of(values).histogram();
            if (histogram != null) {
                assertBins(histogram, values);
            }
        }
    }

    private static void assertBins(DurationHistogram histogram, long[] values) {
        assertThat(histogram.bins()).isBetween(1, 14);
        assertThat(histogram.edges()).hasSize(histogram.bins() + 1).isSorted();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            long from = histogram.edges()[bin];
            long to = histogram.edges()[bin + 1];
            assertThat(from).isLessThan(to);
            assertThat(histogram.counts()[bin])
                    .isEqualTo((int) (atMost(values, to - 1) - atMost(values, from - 1)));
        }
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(values.length);
        assertThat(histogram.counts()[0]).as("no empty bin at the begin").isPositive();
        assertThat(histogram.counts()[histogram.bins() - 1]).isPositive();
        assertThat(histogram.most()).isEqualTo(Arrays.stream(histogram.counts()).max().orElse(0));
    }
}
