package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Arrays;

class SettingKeyTest {

    /** Returns settings with a non-default value for a key. */
    private static Settings changed(SettingKey key) {
        return switch (key.value()) {
            case SettingValue.Count it -> it.with(Settings.DEFAULT, 17);
            case SettingValue.Time it -> it.put().apply(Settings.DEFAULT, Duration.ofMillis(1_700));
            case SettingValue.Flag it -> it.put().apply(Settings.DEFAULT, true);
            case SettingValue.Choice it -> it.with(Settings.DEFAULT, it.ids().getLast());
        };
    }

    private static Object value(SettingKey key, Settings settings) {
        return switch (key.value()) {
            case SettingValue.Count it -> it.get().applyAsInt(settings);
            case SettingValue.Time it -> it.get().apply(settings);
            case SettingValue.Flag it -> it.get().test(settings);
            case SettingValue.Choice it -> it.of(settings);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aSettingIsPutAndFoundAgainAndLeavesTheOthersAlone(SettingKey key) {
        for (SettingKey other : SettingKey.values()) {
            assertThat(value(other, changed(key)).equals(value(other, Settings.DEFAULT)))
                    .as(other.id())
                    .isEqualTo(other != key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountKeepsToItsRange(SettingKey key) {
        if (key.value() instanceof SettingValue.Count count) {
            assertThat(value(key, count.with(Settings.DEFAULT, count.max())))
                    .isEqualTo(count.max());
            for (int wrong : new int[] {-1, 0, count.max() + 1}) {
                assertThatThrownBy(() -> count.with(Settings.DEFAULT, wrong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(Integer.toString(count.max()));
            }
        } else {
            assertThat(value(key, Settings.DEFAULT))
                    .isIn(
                            false,
                            Settings.DEFAULT_TIMEOUT,
                            new SettingValue.Choice.Option("all", "All at the end"));
        }
    }

    @Test
    void aChoiceTakesItsValuesOnlyAndSaysWhichTheyAre() {
        SettingValue.Choice collect = (SettingValue.Choice) SettingKey.COLLECT.value();

        assertThat(collect.ids()).containsExactly("all", "as-completed", "in-order", "first");
        assertThat(collect.ids())
                .allSatisfy(
                        id ->
                                assertThat(
                                                collect.with(Settings.DEFAULT, id)
                                                        .rules()
                                                        .collect()
                                                        .id())
                                        .isEqualTo(id));
        assertThatThrownBy(() -> collect.with(Settings.DEFAULT, "last"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"last\" is none of the values: all, as-completed, in-order, first.");
    }

    @ParameterizedTest
    @EnumSource
    void itsHelpIsWholeSentences(SettingKey key) {
        assertThat(key.help()).matches("[A-Z].*\\.");
        assertThat(key.label()).isNotBlank();
    }

    /** Scripts, lessons and files of version 0.1 contain these names. */
    @Test
    void wordsThatOthersWroteDownStayTheSame() {
        assertThat(Arrays.stream(SettingKey.values()).map(SettingKey::id))
                .containsExactlyInAnyOrder(
                        "workers",
                        "timeout",
                        "repeat",
                        "connections-per-host",
                        "connections",
                        "warm",
                        "trust-system",
                        "interpreter-lock",
                        "first-failure-cancels",
                        "break-deadlocks",
                        "collect");
    }
}
