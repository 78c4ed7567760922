package dev.overlap.render.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.VerticalSpan;

import org.junit.jupiter.api.Test;

class RowPlacementTest {

    private static final VerticalSpan AREA = new VerticalSpan(100, 200);

    @Test
    void pinnedRowsStayAndTheOthersScrollBelowThem() {
        RowPlacement placement = RowPlacement.of(AREA, 20, 70, 2, 50);
        assertThat(placement.top(1)).isEqualTo(120);
        assertThat(placement.top(2)).isEqualTo(70);
        assertThat(placement.shows(1)).isTrue();
        assertThat(placement.shows(4)).as("below the pinned ones").isFalse();
        assertThat(placement.shows(5)).isTrue();
        assertThat(placement.firstScrolled()).isEqualTo(5);
        assertThat(placement.shiftTo(5)).isEqualTo(-10);
        assertThat(placement.shiftTo(0)).isZero();
        assertThat(placement.shiftTo(13)).isEqualTo(10);
    }

    /** What is painted at a height is what is hit there. */
    @Test
    void everyHeightHitsTheRowThatIsThere() {
        for (int pinned : new int[] {0, 1, 3, 40}) {
            RowPlacement placement = RowPlacement.of(AREA, 20, 33, pinned, 50);
            for (double y = 100; y < 300; y += 0.5) {
                int row = placement.at(y);
                assertThat(placement.partOf(row).contains(y)).isTrue();
                assertThat(placement.span(row).contains(y)).isTrue();
            }
        }
    }

    @Test
    void atMostHalfOfTheAreaIsPinnedUnlessAllRowsFit() {
        assertThat(RowPlacement.of(AREA, 20, 0, 40, 50).pinned()).isEqualTo(5);
        assertThat(RowPlacement.of(AREA, 20, 0, 8, 10).pinned()).isEqualTo(8);
        assertThat(RowPlacement.of(AREA, 20, 0, 8, 8).at(299)).isEqualTo(-1);
    }
}
