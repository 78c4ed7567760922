package dev.overlap.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooksTest {

    @Test
    void aWindowThatWasNeverShownHasNoPlace() {
        assertThat(Looks.DEFAULT.placed(Double.NaN, Double.NaN, 1280, 800))
                .isEqualTo(Looks.DEFAULT);
        assertThat(Looks.DEFAULT.placed(0, 0, 0, 800)).isEqualTo(Looks.DEFAULT);
        assertThat(Looks.DEFAULT.placed(-40, 9, 1280, 800).bounds())
                .isEqualTo(new Bounds(-40, 9, 1280, 800));
    }

    @Test
    void dividersOutsideOfTheWindowChangeNothing() {
        Looks looks = Looks.DEFAULT.divided(0.2, 0.8);
        assertThat(looks.dividers()).containsExactly(0.2, 0.8);
        assertThat(looks.divided(0.2, 1.1)).isEqualTo(looks);
        assertThat(looks.divided(Double.NaN)).isEqualTo(looks);
    }
}
