package dev.overlap.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500 | 200 | 0    | 0 ms",
                "1500 | 200 | 800  | 800 ms",
                "1500 | 200 | 1200 | 1,200 ms",
                "3000 | 500 | 2500 | 2.5 s"
            })
    void labelsAreGroupedAndHaveTheUnitOfTheirAxis(long end, long least, long at, String label) {
        Ticks ticks = Ticks.of(new TimeRange(0, end * 1_000_000), least * 1e6);
        assertThat(ticks.label(at * 1_000_000)).isEqualTo(label);
    }
}
