package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

class NumberFormatsTest {

    @Test
    void oneIsSingular() {
        assertThat(NumberFormats.count(1, "task")).isEqualTo("1 task");
        assertThat(NumberFormats.count(0, "task")).isEqualTo("0 tasks");
        assertThat(NumberFormats.count(10_000, "task")).isEqualTo("10,000 tasks");
        assertThat(NumberFormats.count(2, "process")).isEqualTo("2 processes");
    }

    @ParameterizedTest
    @CsvSource({
        "0.004, 0.00",
        "0.03, 0.03",
        "0.096, 0.1",
        "1, 1.0",
        "6.54, 6.5",
        "99.94, 99.9",
        "99.96, 100",
        "1441, '1,441'"
    })
    void factorHasSignificantDigits(double factor, String text) {
        assertThat(NumberFormats.factor(factor)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "412000, 0.4 ms",
        "9960000, 10 ms",
        "357400000, 357 ms",
        "2332000000, '2,332 ms'"
    })
    void columnHasOneUnit(long nanos, String text) {
        assertThat(DurationFormat.inColumn(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "57000000, 900000000, 57 ms",
        "57000000, 2330000000, 0.06 s",
        "2330000000, 2330000000, 2.33 s"
    })
    void wallTimesInAColumnHaveTheUnitOfTheLargest(long nanos, long largest, String text) {
        assertThat(DurationFormat.inColumn(nanos, largest)).isEqualTo(text);
        assertThat(DurationFormat.range(nanos, nanos, largest)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, 0.0 ms",
        "312400000, 500000000, 312.4 ms",
        "1204000000, 2444000000, 1.204 s",
        "0, 2444000000, 0.000 s"
    })
    void instantHasTheUnitOfTheTotal(long nanos, long whole, String text) {
        assertThat(DurationFormat.instant(nanos, whole)).isEqualTo(text);
    }

    @Test
    void formatsAreIndependentOfTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberFormats.count(9_800)).isEqualTo("9,800");
            assertThat(NumberFormats.factor(6.5)).isEqualTo("6.5");
            assertThat(DurationFormat.text(2_332_000_000L)).isEqualTo("2.33 s");
            assertThat(DurationFormat.inColumn(2_332_000_000L)).isEqualTo("2,332 ms");
        } finally {
            Locale.setDefault(before);
        }
    }
}
