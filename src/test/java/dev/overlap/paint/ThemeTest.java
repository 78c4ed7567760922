package dev.overlap.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

class ThemeTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTextCanBeReadOnItsGround(Theme theme) {
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

    /** The contrast of WCAG 2.2, 1 to 21. */
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
