package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class DurationParserTest {

    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "300ms, PT0.3S",
        "1m, PT1M",
        "1min, PT1M",
        "2.5s, PT2.5S",
        "'2,5s', PT2.5S",
        "0.5ms, PT0.0005S",
        "0.000001ms, PT0.000000001S",
        "0.0000001ms, PT0S",
        "1.5h, PT1H30M",
        "1H, PT1H",
        "60000 MS, PT1M",
        "'  1  Min ', PT1M",
        "0s, PT0S",
        "999999999h, PT999999999H"
    })
    void readsANumberAndAUnit(String text, Duration duration) {
        assertThat(DurationParser.read(text)).isEqualTo(duration);
        assertThat(DurationParser.readSeconds(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"10, PT10S", "2.5, PT2.5S", "' 0,25 ', PT0.25S"})
    void secondsNeedNoUnitWhereEverybodyMeansThem(String text, Duration duration) {
        assertThat(DurationParser.readSeconds(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "-1s",
                "+1s",
                "1.s",
                ".5s",
                "1.2.3s",
                "1d",
                "1 sec",
                "1e3s",
                "1s 2",
                "٣s",
                "9999999999s",
                "soon"
            })
    void saysHowADurationIsWritten(String text) {
        String sentence = "\"" + text + "\" is not a duration. Write it as in 400ms, 2.5s or 1min.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationParser.read(text))
                .withMessage(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationParser.readSeconds(text))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "2.5", " 2,5 "})
    void asksForTheUnit(String text) {
        String number = text.strip();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationParser.read(text))
                .withMessage("\"%s\" has no unit. Write %ss or %sms.", number, number, number);
    }
}
