package dev.overlap.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

class TextSettingTest {

    @ParameterizedTest
    @CsvSource({
        "400 ms, 400 ms",
        "400ms, 400 ms",
        "2.5 s, 2500 ms",
        "'2,5s', 2500 ms",
        "7, 7 s",
        "1 min, 1 min",
        "90 s, 90 s",
        "1h, 60 min",
        "60000 MS, 1 min"
    })
    void timeoutIsReadAsPeopleWriteIt(String typed, String shown) {
        Settings read = TextSetting.TIMEOUT.read(typed, Settings.DEFAULT);

        assertThat(TextSetting.TIMEOUT.write(read)).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsShownIsReadAsTheSame(TextSetting setting) {
        Settings some =
                Settings.DEFAULT.withRepeat(3).withConnections(new ConnectionSettings(2, 9, true));

        assertThat(setting.read(setting.write(some), some)).isEqualTo(some);
    }

    @ParameterizedTest
    @EnumSource
    void emptyMeansWhatANewUserHas(TextSetting setting) {
        Settings some =
                Settings.DEFAULT
                        .withRepeat(3)
                        .withTimeout(Duration.ofSeconds(3))
                        .withConnections(new ConnectionSettings(2, 9, false));
        assertThat(setting.write(some)).isNotEqualTo(setting.write(Settings.DEFAULT));
        Settings read = setting.read("", some);

        assertThat(setting.write(read)).isEqualTo(setting.write(Settings.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "PER_HOST, 0", "PER_HOST, six", "PER_HOST, -1", "PER_HOST, 100001", "TOTAL, 99999999999",
        "TIMEOUT, soon", "TIMEOUT, 0 ms", "TIMEOUT, 2 h", "TIMEOUT, 999999999 h", "TIMEOUT, -1 s",
        "REPEAT, x0", "REPEAT, 10001", "REPEAT, twice"
    })
    void whatMakesNoSenseGetsASentence(TextSetting setting, String typed) {
        assertThatThrownBy(() -> setting.read(typed, Settings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*\\w{3}.*\\.");
    }

    @Test
    void repeatIsReadWithAndWithoutItsSign() {
        assertThat(TextSetting.REPEAT.read("\u00d7 5", Settings.DEFAULT).repeat()).isEqualTo(5);
        assertThat(TextSetting.REPEAT.read("x5", Settings.DEFAULT).repeat()).isEqualTo(5);
        assertThat(TextSetting.REPEAT.read("5", Settings.DEFAULT).repeat()).isEqualTo(5);
    }
}
