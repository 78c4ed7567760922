package dev.overlap.text.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class HeldTimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "1000, 180, 18, 82",
        "305, 2.7, 1, 99",
        "300, 300, 100, 0",
        "10, 10.4, 100, 0", // a coarser clock
        "10, 0, 0, 100"
    })
    void whatIsMeasuredComesFirst(double held, double computed, int percent, int rest) {
        assertThat(HeldTimeText.ofLoop(millis(held), millis(computed)))
                .isEqualTo(
                        "computed %d %% of the time it held the loop; did not run for %d %%"
                                        .formatted(percent, rest)
                                + " (derived).");
    }

    @Test
    void theLockIsNamedOnlyWhereThereIsOne() {
        assertThat(HeldTimeText.ofThread(millis(830), millis(157), true))
                .isEqualTo(
                        "computed 19 % of the time it could have; did not run for 81 % (derived):"
                                + " other threads had the GIL, or other programs the processor.");
        assertThat(HeldTimeText.ofThread(millis(830), millis(157), false))
                .doesNotContainIgnoringCase("GIL")
                .endsWith("(derived): other threads or programs had the processor.");
        assertThat(HeldTimeText.ofThread(millis(5), millis(5), true)).doesNotContain("GIL");
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
