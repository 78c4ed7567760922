package dev.overlap.paint;

import static dev.overlap.testkit.Comparisons.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.compare.Guesses;
import dev.overlap.testkit.Comparisons;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessWordsTest {

    @ParameterizedTest
    @CsvSource({
        "400, 500, 100 ms or 25 % more than guessed",
        "400, 100, 300 ms or 75 % less than guessed",
        "400, 401, as guessed",
        "0,   400, 400 ms more"
    })
    void saysHowFarOffAGuessWas(long guess, long measured, String off) {
        assertThat(GuessWords.of("Threads", guess * 1_000_000, measured * 1_000_000))
                .startsWith("\"Threads\" was guessed to take ")
                .endsWith(": " + off + ".");
    }

    @Test
    void onlyVariantsThatWereGuessedAtAndMeasuredAreTold() {
        Guesses guesses =
                Guesses.NONE.with("threads", 500_000_000L).with("event-loop", 500_000_000L);
        assertThat(
                        GuessWords.of(
                                Comparisons.of(
                                        entry("sequential", 900),
                                        entry("threads", 400),
                                        entry("event-loop")),
                                guesses))
                .containsExactly(
                        "\"Threads\" was guessed to take 500 ms and took 400 ms: 100 ms or 20 %"
                                + " less than guessed.");
    }
}
