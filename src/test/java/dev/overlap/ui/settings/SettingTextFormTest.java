package dev.overlap.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

class SettingTextFormTest {

    static Stream<SettingKey> typed() {
        return Arrays.stream(SettingKey.values()).filter(SettingTextForm::isTyped);
    }

    @ParameterizedTest
    @CsvSource({
        "400 ms, 400 ms",
        "400ms, 400 ms",
        "2.5 s, 2.5 s",
        "'2,5s', 2.5 s",
        "7, 7 s",
        "1 min, 1 min",
        "90 s, 90 s",
        "1h, 60 min",
        "60000 MS, 1 min"
    })
    void timeoutIsParsedInCommonForms(String typed, String shown) {
        Settings read = SettingTextForm.read(SettingKey.TIMEOUT, typed, Settings.DEFAULT);

        assertThat(SettingTextForm.write(SettingKey.TIMEOUT, read)).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void formattedValueIsParsedAsTheSame(SettingKey setting) {
        Settings some =
                Settings.DEFAULT
                        .withWorkers(7)
                        .withRepeat(3)
                        .withConnections(new ConnectionSettings(2, 9, true));

        assertThat(SettingTextForm.read(setting, SettingTextForm.write(setting, some), some))
                .isEqualTo(some);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void emptyTextMeansTheDefault(SettingKey setting) {
        Settings some =
                Settings.DEFAULT
                        .withWorkers(7)
                        .withRepeat(3)
                        .withTimeout(Duration.ofSeconds(3))
                        .withConnections(new ConnectionSettings(2, 9, false));
        assertThat(SettingTextForm.write(setting, some))
                .isNotEqualTo(SettingTextForm.write(setting, Settings.DEFAULT));
        Settings read = SettingTextForm.read(setting, "", some);

        assertThat(SettingTextForm.write(setting, read))
                .isEqualTo(SettingTextForm.write(setting, Settings.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTIONS_PER_HOST, 0", "CONNECTIONS_PER_HOST, six", "CONNECTIONS_PER_HOST, -1",
                "CONNECTIONS_PER_HOST, 100001", "CONNECTIONS, 99999999999",
        "TIMEOUT, soon", "TIMEOUT, 0 ms", "TIMEOUT, 2 h", "TIMEOUT, 999999999 h", "TIMEOUT, -1 s",
        "REPEAT, x0", "REPEAT, 10001", "REPEAT, twice"
    })
    void invalidInputIsReported(SettingKey setting, String typed) {
        assertThatThrownBy(() -> SettingTextForm.read(setting, typed, Settings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*\\w{3}.*\\.");
    }

    @Test
    void repeatIsParsedWithAndWithoutMultiplicationSign() {
        assertThat(SettingTextForm.read(SettingKey.REPEAT, "\u00d7 5", Settings.DEFAULT).repeat())
                .isEqualTo(5);
        assertThat(SettingTextForm.read(SettingKey.REPEAT, "x5", Settings.DEFAULT).repeat())
                .isEqualTo(5);
        assertThat(SettingTextForm.read(SettingKey.REPEAT, "5", Settings.DEFAULT).repeat())
                .isEqualTo(5);
    }
}
