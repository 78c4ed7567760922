package dev.overlap.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Phase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

/**
 * Measures how different the colours of the phases look, with normal vision and with each of the
 * three kinds of colour blindness: the distance in OKLab (B. Ottosson, 2020) x 100, simulated as by
 * G. Machado, M. Oliveira and L. Fernandes (2009) at full severity.
 */
class ColourVisionTest {

    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868},
        {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITANOPIA = {
        {1.255528, -0.076749, -0.178779},
        {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}
    };
    private static final List<double[][]> VISIONS =
            List.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA);

    private static final double[][] TO_CONES = {
        {0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566},
        {0.0883024619, 0.2817188376, 0.6299787005}
    };
    private static final double[][] TO_LAB = {
        {0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099},
        {0.0259040371, 0.7827717662, -0.8086757660}
    };

    @ParameterizedTest
    @EnumSource(Theme.class)
    void fillsDifferWithEveryKindOfVision(Theme theme) {
        double least = theme == Theme.LIGHT ? 13 : 8.5;
        for (Phase one : filled()) {
            for (Phase other : filled()) {
                if (one != other) {
                    assertThat(distance(theme, one, other))
                            .as("%s and %s", one, other)
                            .isGreaterThan(least);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waitingForWhatAnotherTaskHasDiffersFromAllElse(Theme theme) {
        for (Phase other : Phase.values()) {
            if (other != Phase.BLOCKED) {
                assertThat(distance(theme, Phase.BLOCKED, other))
                        .as("%s", other)
                        .isGreaterThan(11.5);
            }
        }
    }

    private static List<Phase> filled() {
        return Arrays.stream(Phase.values())
                .filter(phase -> PhaseStyle.of(phase).shape().isFilled())
                .toList();
    }

    /** The smallest distance between the colours of two phases, with any vision. */
    private static double distance(Theme theme, Phase one, Phase other) {
        return VISIONS.stream()
                .mapToDouble(vision -> distance(vision, theme.of(one), theme.of(other)))
                .min()
                .orElseThrow();
    }

    private static double distance(double[][] vision, int one, int other) {
        double[] a = lab(times(vision, linear(one)));
        double[] b = lab(times(vision, linear(other)));
        return 100 * Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private static double[] lab(double[] colour) {
        double[] inside = Arrays.stream(colour).map(it -> Math.clamp(it, 0, 1)).toArray();
        return times(TO_LAB, Arrays.stream(times(TO_CONES, inside)).map(Math::cbrt).toArray());
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
                .toArray();
    }

    private static double[] linear(int argb) {
        return new double[] {linearPart(argb >> 16), linearPart(argb >> 8), linearPart(argb)};
    }

    private static double linearPart(int shifted) {
        double value = (shifted & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
