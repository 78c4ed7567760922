package dev.overlap.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

class ThemeTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTextIsLegibleOnItsBackground(Theme theme) {
        Map<String, Integer> inks =
                Map.of(
                        "text", theme.text(),
                        "quiet", theme.quietText(),
                        "warning", theme.warning(),
                        "failure", theme.failure(),
                        "lower bound", theme.lowerBound(),
                        "one by one", theme.oneByOne());
        inks.forEach(
                (name, ink) -> {
                    assertThat(contrast(ink, theme.ground())).as(name).isGreaterThan(4.5);
                    assertThat(contrast(ink, theme.selected())).as(name).isGreaterThan(4.5);
                });
        assertThat(contrast(theme.onBusy(), theme.busy())).isGreaterThan(4.5);
        assertThat(contrast(theme.text(), theme.occupied())).isGreaterThan(4.5);
    }

    /**
     * The palette of Okabe and Ito, made for every kind of colour vision, is the same in both
     * themes.
     */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void coloursOfExchangePhasesAreTheSameInBothThemes(Theme theme) {
        Map<Phase, Integer> palette =
                Map.of(
                        Phase.DNS, 0xFFF0E442, // yellow
                        Phase.CONNECT, 0xFFE69F00, // orange
                        Phase.TLS, 0xFFD55E00, // vermilion
                        Phase.WAIT, 0xFF56B4E9, // sky blue
                        Phase.RECEIVE, 0xFF0072B2); // blue
        palette.forEach((phase, ink) -> assertThat(theme.of(phase)).as("%s", phase).isEqualTo(ink));
    }

    /** WCAG 2.2, 1.4.11: what must be told apart in graphics. Bars have a border of their own. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyPhaseIsVisibleOnEveryGroundThatItIsDrawnOn(Theme theme) {
        for (Phase phase : Phase.values()) {
            int ink = theme.of(phase);
            int line = PhaseStyle.of(phase).shape().isFilled() ? theme.border(ink) : ink;
            for (int ground : List.of(theme.ground(), theme.selected())) {
                assertThat(contrast(line, ground)).as("%s", phase).isGreaterThanOrEqualTo(3);
            }
        }
    }

    /** Computing has the highest contrast to the background, waiting for a turn the lowest. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void computingHasTheHighestContrastAndQueuedTheLowest(Theme theme) {
        Comparator<Phase> byContrast =
                Comparator.comparingDouble(phase -> contrast(theme.of(phase), theme.ground()));
        List<Phase> solid =
                List.of(
                        Phase.DNS,
                        Phase.CONNECT,
                        Phase.TLS,
                        Phase.WAIT,
                        Phase.RECEIVE,
                        Phase.COMPUTE);
        assertThat(solid.stream().max(byContrast)).hasValue(Phase.COMPUTE);
        List<Phase> turns = List.of(Phase.QUEUED, Phase.READY, Phase.LEASE, Phase.PAUSE);
        assertThat(turns.stream().min(byContrast)).hasValue(Phase.QUEUED);
        assertThat(turns.stream().max(byContrast)).hasValue(Phase.READY);
    }

    @Test
    void oneThemeIsDarkAndTheOtherIsLight() {
        assertThat(luminance(Theme.LIGHT.ground())).isGreaterThan(0.9);
        assertThat(luminance(Theme.DARK.ground())).isLessThan(0.02);
    }

    /** The contrast ratio of WCAG 2.2, 1 to 21. */
    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int shifted) {
        double value = (shifted & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
