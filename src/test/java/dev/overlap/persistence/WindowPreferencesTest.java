package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowPreferencesTest {

    @Test
    void aWindowThatWasNeverShownHasNoPlace() {
        assertThat(WindowPreferences.DEFAULT.placed(Double.NaN, Double.NaN, 1280, 800))
                .isEqualTo(WindowPreferences.DEFAULT);
        assertThat(WindowPreferences.DEFAULT.placed(0, 0, 0, 800))
                .isEqualTo(WindowPreferences.DEFAULT);
        assertThat(WindowPreferences.DEFAULT.placed(-40, 9, 1280, 800).bounds())
                .isEqualTo(new WindowBounds(-40, 9, 1280, 800));
    }

    @Test
    void dividersOutsideOfTheWindowChangeNothing() {
        WindowPreferences preferences = WindowPreferences.DEFAULT.divided(0.2, 0.8);
        assertThat(preferences.dividers()).containsExactly(0.2, 0.8);
        assertThat(preferences.divided(0.2, 1.1)).isEqualTo(preferences);
        assertThat(preferences.divided(Double.NaN)).isEqualTo(preferences);
    }
}
