package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.time.Duration;

class DurationOptionTest {

    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "300ms, PT0.3S",
        "1m, PT1M",
        "2.5s, PT2.5S",
        "0.5ms, PT0.0005S",
        "1.5h, PT1H30M",
        "0s, PT0S",
        "999999999h, PT999999999H"
    })
    void readsANumberAndAUnit(String text, Duration duration) {
        assertThat(new DurationOption().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "-1s",
                "+1s",
                "1,5s",
                "1.s",
                ".5s",
                "1 s",
                "1d",
                "1S",
                "1e3s",
                "٣s",
                "9999999999s"
            })
    void saysHowADurationIsWritten(String text) {
        assertThatThrownBy(() -> new DurationOption().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("\"" + text + "\" is not a duration: write 300ms, 2.5s or 1m.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "2.5"})
    void asksForTheUnit(String text) {
        assertThatThrownBy(() -> new DurationOption().convert(text))
                .hasMessage("\"%s\" has no unit: write %ss or %sms.".formatted(text, text, text));
    }
}
