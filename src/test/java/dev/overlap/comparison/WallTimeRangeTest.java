package dev.overlap.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the rule for a clear difference: the ranges do not overlap, and the medians differ by a
 * tenth.
 */
class WallTimeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100, 100,   110, 110, 110,   true",
        "100, 100, 100,   109, 109, 109,   false",
        "100, 100, 105,   106, 110, 120,   true",
        "100, 100, 106,   106, 110, 120,   false",
        "90,  100, 200,   150, 300, 310,   false",
        "90,  100, 400,   150, 300, 310,   false",
        "100, 105, 106,   107, 108, 900,   false",
        "5,   5,   5,     5,   5,   5,     false"
    })
    void rangesMustNotOverlapAndMediansDifferByATenth(
            long least, long median, long most, long least2, long median2, long most2, boolean is) {
        WallTimeRange one = new WallTimeRange(least, median, most);
        WallTimeRange other = new WallTimeRange(least2, median2, most2);
        assertThat(one.differsClearlyFrom(other)).isEqualTo(is);
        assertThat(other.differsClearlyFrom(one)).isEqualTo(is);
        assertThat(one.isClearlyFasterThan(other)).isEqualTo(is);
        assertThat(other.isClearlyFasterThan(one)).isFalse();
    }
}
