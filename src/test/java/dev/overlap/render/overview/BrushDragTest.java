package dev.overlap.render.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;

/** On an axis from 100 to 1,100 units, a run of a second: a unit is a millisecond. */
class BrushDragTest {

    private static final long MILLI = 1_000_000;
    private static final TimeRange WHOLE = new TimeRange(0, 1_000 * MILLI);
    private static final TimeScale SCALE = new TimeScale(WHOLE, 100, 1_100, 1);

    private static TimeRange millis(long from, long to) {
        return new TimeRange(from * MILLI, to * MILLI);
    }

    /** The part from 300 to 500 ms is from 400 to 600. */
    @ParameterizedTest
    @CsvSource({
        "90, BESIDE", "97, OUTSIDE", "394, OUTSIDE", "395, BEGIN", "405, BEGIN", "406, INSIDE",
        "594, INSIDE", "595, END", "605, END", "606, OUTSIDE", "1104, OUTSIDE", "1106, BESIDE"
    })
    void edgesAreTakenHoldOfFromNearby(double x, BrushZone zone) {
        assertThat(new OverviewLayout(SCALE, millis(300, 500)).zoneAt(x)).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({"395, BEGIN", "400, BEGIN", "401, INSIDE", "403, INSIDE", "404, END", "409, END"})
    void aNarrowPartCanStillBeMoved(double x, BrushZone zone) {
        assertThat(new OverviewLayout(SCALE, millis(300, 304)).zoneAt(x)).isEqualTo(zone);
    }

    @Test
    void anInstantIsKeptWithinTheRun() {
        OverviewLayout layout = new OverviewLayout(SCALE, millis(300, 500));
        assertThat(layout.nanosAt(97)).isZero();
        assertThat(layout.nanosAt(350)).isEqualTo(250 * MILLI);
        assertThat(layout.nanosAt(2_000)).isEqualTo(1_000 * MILLI);
    }

    @ParameterizedTest
    @CsvSource({
        "INSIDE, 350, 450, 400, 600",
        "INSIDE, 350, 0, 0, 200",
        "INSIDE, 350, 1000, 800, 1000",
        "BEGIN, 300, 200, 200, 500",
        "BEGIN, 300, 700, 500, 700",
        "END, 500, 900, 300, 900",
        "END, 500, 100, 100, 300",
        "OUTSIDE, 800, 600, 600, 800",
        "OUTSIDE, 800, 950, 800, 950",
        "BESIDE, 0, 700, 300, 500"
    })
    void theVisiblePartFollowsThePointer(BrushZone zone, long press, long at, long from, long to) {
        BrushDrag drag = new BrushDrag(zone, millis(300, 500), press * MILLI, WHOLE);
        assertThat(drag.to(at * MILLI)).isEqualTo(millis(from, to));
    }

    @Test
    void aClickBesideThePartMovesItThere() {
        TimeRange before = millis(300, 500);
        assertThat(new BrushDrag(BrushZone.OUTSIDE, before, 800 * MILLI, WHOLE).clicked())
                .isEqualTo(millis(700, 900));
        assertThat(new BrushDrag(BrushZone.OUTSIDE, before, 10 * MILLI, WHOLE).clicked())
                .isEqualTo(millis(0, 200));
        assertThat(new BrushDrag(BrushZone.INSIDE, before, 310 * MILLI, WHOLE).clicked())
                .isEqualTo(before);
    }

    @Test
    void noDragLeavesTheRunOrMakesThePartEmpty() {
        Random random = new Random(3);
        List<BrushZone> zones = List.of(BrushZone.values());
        for (int i = 0; i < 2_000; i++) {
            long begin = random.nextLong(999 * MILLI);
            TimeRange before = new TimeRange(begin, begin + 10_000 + random.nextLong(MILLI));
            BrushZone zone = zones.get(random.nextInt(zones.size()));
            BrushDrag drag = new BrushDrag(zone, before.within(WHOLE), begin, WHOLE);
            TimeRange next = drag.to(random.nextLong(1_000 * MILLI + 1));
            assertThat(next.beginNanos()).isNotNegative();
            assertThat(next.endNanos()).isLessThanOrEqualTo(WHOLE.endNanos());
            assertThat(next.lengthNanos()).isGreaterThanOrEqualTo(10_000);
        }
    }
}
