package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void millisecondsAreNeverShownMoreExactlyThanTheyCanBeRead() {
        assertThat(Figures.millis(0)).isEqualTo("0 ms");
        assertThat(Figures.millis(412_000)).isEqualTo("0.4 ms");
        assertThat(Figures.millis(9_960_000)).isEqualTo("10 ms");
        assertThat(Figures.millis(357_400_000)).isEqualTo("357 ms");
        assertThat(Figures.millis(2_332_000_000L)).isEqualTo("2\u202f332 ms");
    }

    @Test
    void oneThingIsNotPlural() {
        assertThat(Figures.count(1, "task")).isEqualTo("1 task");
        assertThat(Figures.count(0, "task")).isEqualTo("0 tasks");
        assertThat(Figures.count(10_000, "task")).isEqualTo("10\u202f000 tasks");
    }
}
