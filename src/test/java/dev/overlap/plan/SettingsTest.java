package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.OptionalInt;

class SettingsTest {

    /** As documented in the README. */
    @Test
    void whoSetsNothingGetsTenSecondsATaskAndOneRoundWithoutRules() {
        assertThat(Settings.DEFAULT)
                .isEqualTo(
                        new Settings(
                                OptionalInt.empty(),
                                Duration.ofSeconds(10),
                                1,
                                new ConnectionSettings(0, 0, false),
                                new RunRules(false, false, false)));
        assertThat(Settings.DEFAULT_WORKERS).isEqualTo(4);
    }

    @Test
    void aLoopHasAsManyHelpersAsPythonsDefaultExecutor() {
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(Settings.usualHelpers()).isEqualTo(cores > 28 ? 32 : cores + 4);
    }

    @Test
    void takeTheirBoundsThemselves() {
        assertThat(new Settings(1, Duration.ofMillis(1), 1).workers()).hasValue(1);
        assertThat(new Settings(1_000, Duration.ofHours(1), 10_000).repeat()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refuseWorkersOutOfBounds(int workers) {
        assertThatThrownBy(() -> Settings.DEFAULT.withWorkers(workers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of workers must be between 1 and 1000.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001, Integer.MAX_VALUE})
    void refuseRepeatsOutOfBounds(int repeat) {
        assertThatThrownBy(() -> Settings.DEFAULT.withRepeat(repeat))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The list must run 1 to 10000 times.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999999S", "PT1H0.000000001S"})
    void refuseTimeoutsOutOfBounds(Duration timeout) {
        assertThatThrownBy(() -> Settings.DEFAULT.withTimeout(timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout must be between 1 ms and 1 hour.");
    }
}
