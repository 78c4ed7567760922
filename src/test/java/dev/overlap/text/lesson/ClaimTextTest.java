package dev.overlap.text.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ClaimTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wall(a) < 0.6 * wall(b) | wall(a) was not under 0.6 × wall(b)
                    wall(a)<=2s             | wall(a) was over 2s
                    peak(a) > 3             | peak(a) was not over 3
                    peak(a) >= 3            | peak(a) was under 3
                    failed(a) = 0           | failed(a) was not 0
                    """)
    void aComparisonIsDenied(String claim, String denied) {
        assertThat(ClaimText.of(List.of(claim)))
                .isEqualTo("This run does not show what the lesson is about: " + denied + ".");
    }

    @Test
    void severalAreNamedAndLongerOnesQuoted() {
        assertThat(ClaimText.of(List.of("failed(a) = 0", "peak(a) = 1 and peak(b) = 2")))
                .endsWith(": failed(a) was not 0; \"peak(a) = 1 and peak(b) = 2\" did not hold.");
    }
}
