package dev.overlap.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.text.DurationFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.LongStream;

class TimeAxisTest {

    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "400, 40, 50",
        "400, 51, 100",
        "3000, 201, 250",
        "3000, 251, 500",
        "10, 0.9, 1",
        "2, 0.11, 0.2"
    })
    void ticksAreSpacedByOneTwoTwoAndAHalfOrFive(double endMillis, double min, double step) {
        TimeRange range = new TimeRange(0, Math.round(endMillis * MILLI));
        assertThat(Ticks.of(range, min * MILLI).stepNanos()).isEqualTo(Math.round(step * MILLI));
    }

    @Test
    void tickLabelsHaveASuitableUnitAndDecimals() {
        assertThat(Ticks.of(new TimeRange(0, 400 * MILLI), 90 * MILLI).label(300 * MILLI))
                .isEqualTo("300 ms");
        assertThat(Ticks.of(new TimeRange(0, 3_000 * MILLI), 450 * MILLI).label(1_500 * MILLI))
                .isEqualTo("1.5 s");
        assertThat(Ticks.of(new TimeRange(0, 3_000 * MILLI), 450 * MILLI).label(0))
                .isEqualTo("0 s");
        assertThat(Ticks.of(new TimeRange(0, 2 * MILLI), 210_000).label(MILLI))
                .isEqualTo("1.00 ms");
    }

    @Test
    void firstTickIsNotBeforeTheRange() {
        Ticks ticks = new Ticks(100, false, 0);
        assertThat(ticks.first(101)).isEqualTo(200);
        assertThat(ticks.first(100)).isEqualTo(100);
        assertThat(ticks.first(-150)).isEqualTo(-100);
    }

    @Test
    void liveAxisGrowsInStepsOfAQuarter() {
        long[] ends =
                LongStream.rangeClosed(1, 10_000)
                        .map(i -> TimeRange.live(i * MILLI).endNanos())
                        .distinct()
                        .toArray();
        assertThat(ends).hasSizeBetween(10, 20);
        for (int i = 1; i < ends.length; i++) {
            assertThat((double) ends[i] / ends[i - 1]).isBetween(1.249, 1.251);
        }
        assertThat(TimeRange.live(9_999 * MILLI).endNanos()).isGreaterThanOrEqualTo(9_999 * MILLI);
    }

    @Test
    void zoomKeepsTheInstantUnderThePointer() {
        TimeRange zoomed = new TimeRange(0, 1_000 * MILLI).zoomed(0.5, 250 * MILLI);
        assertThat(zoomed).isEqualTo(new TimeRange(125 * MILLI, 625 * MILLI));
    }

    @Test
    void zoomEndsAtTenMicroseconds() {
        TimeRange range = new TimeRange(0, 1_000 * MILLI);
        for (int i = 0; i < 200; i++) {
            range = range.zoomed(0.5, 300 * MILLI);
        }
        assertThat(range.lengthNanos()).isBetween(9_000L, 11_000L);
    }

    @Test
    void rangeIsMovedInsideTheWhole() {
        TimeRange whole = new TimeRange(0, 1_000);
        assertThat(new TimeRange(900, 1_100).within(whole)).isEqualTo(new TimeRange(800, 1_000));
        assertThat(new TimeRange(-100, 100).within(whole)).isEqualTo(new TimeRange(0, 200));
        assertThat(new TimeRange(-100, 2_000).within(whole)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "420000, 0.42 ms",
        "996000, 1.0 ms",
        "4200000, 4.2 ms",
        "338400000, 338 ms",
        "999600000, 1.00 s",
        "2332000000, 2.33 s",
        "12300000000, 12.3 s",
        "2777000000000, 46 min 17 s"
    })
    void durationsHaveThreeSignificantDigits(long nanos, String text) {
        assertThat(DurationFormat.text(nanos)).isEqualTo(text);
    }
}
