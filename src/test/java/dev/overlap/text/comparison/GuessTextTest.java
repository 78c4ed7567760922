package dev.overlap.text.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.TimeRange;
import dev.overlap.testkit.ComparisonBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTextTest {

    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "1200,400,3.0 \u00d7 too long",
        "100,420,4.2 \u00d7 too short",
        "416,400,close: 4 % off",
        "380,400,close: 5 % off",
        "400,400,close: less than 1 % off",
        "560,400,40 % too long",
        "240,400,40 % too short",
        "3600000,1000,'3,600 \u00d7 too long'"
    })
    void verdictContainsTheErrorOfAGuess(long guess, long wall, String words) {
        assertThat(GuessText.verdict(guess * MILLI, wall * MILLI)).isEqualTo(words);
    }

    @Test
    void guessIsFormattedWithoutTrailingZeros() {
        assertThat(GuessText.of(1_200 * MILLI)).isEqualTo("guess 1.2 s");
        assertThat(GuessText.of(2_000 * MILLI)).isEqualTo("guess 2 s");
        assertThat(GuessText.of(350 * MILLI)).isEqualTo("guess 350 ms");
        assertThat(GuessText.of(12_500 * MILLI)).isEqualTo("guess 12.5 s");
    }

    @Test
    void withoutAMeasurementThereIsNoVerdict() {
        assertThat(GuessText.of(1_200 * MILLI, -1)).isEqualTo("guess 1.2 s");
        assertThat(GuessText.of(1_200 * MILLI, 400 * MILLI))
                .isEqualTo("guess 1.2 s: 3.0 \u00d7 too long");
    }

    @Test
    void draggedGuessIsRounded() {
        TimeRange ten = new TimeRange(0, 10_000 * MILLI);
        assertThat(GuessAxisRange.rounded(1_234 * MILLI, ten)).isEqualTo(1_200 * MILLI);
        assertThat(GuessAxisRange.rounded(-5, ten)).isPositive();
    }

    @Test
    void onlyGuessedAndMeasuredVariantsAreDescribed() {
        Guesses guesses =
                Guesses.NONE.with("threads", 500_000_000L).with("event-loop", 500_000_000L);
        assertThat(
                        GuessText.of(
                                ComparisonBuilder.of(
                                        ComparisonBuilder.entry("sequential", 900),
                                        ComparisonBuilder.entry("threads", 400),
                                        ComparisonBuilder.entry("event-loop")),
                                guesses))
                .containsExactly("\"Threads\" took 400 ms; guess 500 ms: 25 % too long.");
    }
}
