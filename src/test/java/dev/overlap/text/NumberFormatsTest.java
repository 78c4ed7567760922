package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberFormatsTest {

    @Test
    void millisecondsAreNeverShownMoreExactlyThanTheyCanBeRead() {
        assertThat(NumberFormats.millis(0)).isEqualTo("0 ms");
        assertThat(NumberFormats.millis(412_000)).isEqualTo("0.4 ms");
        assertThat(NumberFormats.millis(9_960_000)).isEqualTo("10 ms");
        assertThat(NumberFormats.millis(357_400_000)).isEqualTo("357 ms");
        assertThat(NumberFormats.millis(2_332_000_000L)).isEqualTo("2\u202f332 ms");
    }

    @Test
    void oneThingIsNotPlural() {
        assertThat(NumberFormats.count(1, "task")).isEqualTo("1 task");
        assertThat(NumberFormats.count(0, "task")).isEqualTo("0 tasks");
        assertThat(NumberFormats.count(10_000, "task")).isEqualTo("10\u202f000 tasks");
    }
}
