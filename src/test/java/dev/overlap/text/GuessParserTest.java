package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessParserTest {

    @ParameterizedTest
    @CsvSource({"400 ms,400", "1.2 s,1200", "1.2,1200", "2,2000", "'1,5 s',1500", "2 min,120000"})
    void guessIsParsedInAllUnitsOfDurations(String text, long millis) {
        assertThat(GuessParser.read(text)).isEqualTo(millis * 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 400, 999, 1_000, 1_200, 1_234, 60_000, 3_600_000})
    void formattedGuessIsParsedUnchanged(long millis) {
        assertThat(GuessParser.read(GuessParser.write(millis * 1_000_000)))
                .isEqualTo(millis * 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5 ms", "400 ms", "1 s", "1.2 s", "100 s"})
    void typedGuessIsFormattedUnchanged(String text) {
        assertThat(GuessParser.write(GuessParser.read(text))).isEqualTo(text);
    }

    @Test
    void invalidGuessIsReported() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuessParser.read("soon"))
                .withMessageContaining("\"soon\" is not a duration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuessParser.read("0"))
                .withMessage("A guess must be between 1 ms and 1 hour.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuessParser.read("2 h"))
                .withMessage("A guess must be between 1 ms and 1 hour.");
    }
}
