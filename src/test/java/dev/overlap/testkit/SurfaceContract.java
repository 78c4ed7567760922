package dev.overlap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.overlap.render.Surface;
import dev.overlap.render.Surface.Align;
import dev.overlap.render.Surface.Stroke;
import dev.overlap.render.TextStyle;

import org.junit.jupiter.api.DynamicTest;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The contract of every surface, checked on its pixels. Dynamic tests, because JUnit has no access
 * to this package.
 */
public final class SurfaceContract {

    public static final int WIDTH = 120;
    public static final int HEIGHT = 60;

    /** The colour with which a surface is filled first. */
    public static final int GROUND = 0xFFFFFFFF;

    private static final int INK = 0xFF0000FF;

    /** Draws on a surface of {@link #WIDTH} and {@link #HEIGHT} units. */
    public interface Drawing {
        /** Returns the pixels, row by row, {@code scale} per unit. */
        int[][] drawn(int scale, Consumer<Surface> drawing);
    }

    private final Drawing surface;

    private SurfaceContract(Drawing surface) {
        this.surface = surface;
    }

    /** The tests of a surface. */
    public static Stream<DynamicTest> of(Drawing surface) {
        return new SurfaceContract(surface).tests();
    }

    private Stream<DynamicTest> tests() {
        Stream<DynamicTest> lines =
                Arrays.stream(Stroke.values())
                        .map(
                                stroke ->
                                        dynamicTest(
                                                "only a solid line has no gaps: " + stroke,
                                                () -> onlyASolidLineHasNoGaps(stroke)));
        return Stream.concat(
                lines,
                Stream.of(
                        dynamicTest(
                                "a fill is its rectangle and nothing else",
                                this::aFillIsItsRectangleAndNothingElse),
                        dynamicTest(
                                "everything is larger by the scale",
                                this::everythingIsLargerByTheScale),
                        dynamicTest(
                                "an outline is a border inside its rectangle",
                                this::anOutlineIsABorderInsideItsRectangle),
                        dynamicTest(
                                "a hatch is part ink part ground and stays in its rectangle",
                                this::aHatchIsPartInkPartGroundAndStaysInItsRectangle),
                        dynamicTest("lines of a hatch rise", this::linesOfAHatchRise),
                        dynamicTest(
                                "a broken line does not break the next",
                                this::aBrokenLineDoesNotBreakTheNext),
                        dynamicTest(
                                "an area is filled between its first corners only",
                                this::anAreaIsFilledBetweenItsFirstCornersOnly),
                        dynamicTest(
                                "a text stands on its baseline to the side that was asked for",
                                this::aTextStandsOnItsBaselineToTheSideThatWasAskedFor),
                        dynamicTest(
                                "a bolder text has more ink and a larger one is higher",
                                this::aBolderTextHasMoreInkAndALargerOneIsHigher),
                        dynamicTest(
                                "nothing is drawn outside a clip until it ends",
                                this::nothingIsDrawnOutsideAClipUntilItEnds),
                        dynamicTest("a clip may follow another", this::aClipMayFollowAnother),
                        dynamicTest(
                                "what is half transparent lets the ground through",
                                this::whatIsHalfTransparentLetsTheGroundThrough)));
    }

    private int[][] drawn(int scale, Consumer<Surface> drawing) {
        return surface.drawn(scale, drawing);
    }

    private int[][] drawn(Consumer<Surface> drawing) {
        return drawn(1, drawing);
    }

    private static long inked(int[][] pixels, int x, int y, int width, int height) {
        return IntStream.range(y, y + height)
                .mapToLong(
                        row ->
                                IntStream.range(x, x + width)
                                        .filter(column -> pixels[row][column] != GROUND)
                                        .count())
                .sum();
    }

    private static long inked(int[][] pixels) {
        return inked(pixels, 0, 0, pixels[0].length, pixels.length);
    }

    private void aFillIsItsRectangleAndNothingElse() {
        int[][] pixels = drawn(surface -> surface.fill(20, 10, 30, 5, INK));
        assertThat(inked(pixels)).isEqualTo(30 * 5);
        assertThat(inked(pixels, 20, 10, 30, 5)).isEqualTo(30 * 5);
        assertThat(pixels[12][40]).isEqualTo(INK);
    }

    private void everythingIsLargerByTheScale() {
        int[][] pixels = drawn(2, surface -> surface.fill(20, 10, 30, 5, INK));
        assertThat(pixels.length).isEqualTo(2 * HEIGHT);
        assertThat(pixels[0].length).isEqualTo(2 * WIDTH);
        assertThat(inked(pixels)).isEqualTo(60 * 10);
        assertThat(inked(pixels, 40, 20, 60, 10)).isEqualTo(60 * 10);
    }

    private void anOutlineIsABorderInsideItsRectangle() {
        int[][] pixels = drawn(surface -> surface.outline(20, 10, 30, 20, INK));
        assertThat(inked(pixels)).isEqualTo(2 * 30 + 2 * 18);
        assertThat(inked(pixels, 21, 11, 28, 18)).isZero();
        assertThat(pixels[10][20]).isEqualTo(INK);
        assertThat(pixels[29][49]).isEqualTo(INK);
    }

    private void aHatchIsPartInkPartGroundAndStaysInItsRectangle() {
        for (int scale : new int[] {1, 2}) {
            int[][] pixels = drawn(scale, surface -> surface.hatch(12, 12, 60, 24, INK));
            long all = 60L * 24 * scale * scale;
            assertThat(inked(pixels)).isBetween(all / 6, all * 5 / 6);
            assertThat(inked(pixels, 12 * scale, 12 * scale, 60 * scale, 24 * scale))
                    .isEqualTo(inked(pixels));
            assertThat(inked(pixels, 12 * scale, 12 * scale, 6 * scale, 24 * scale))
                    .as("lines from edge to edge")
                    .isPositive();
        }
    }

    /** From lower left to upper right, as those of the other surfaces. */
    private void linesOfAHatchRise() {
        int[][] pixels = drawn(surface -> surface.hatch(0, 0, 60, 60, INK));
        int rising = 0;
        int falling = 0;
        for (int y = 1; y < 59; y++) {
            for (int x = 1; x < 59; x++) {
                boolean dark = (pixels[y][x] & 0xFF00) < 0x4000;
                rising += dark && (pixels[y - 1][x + 1] & 0xFF00) < 0x4000 ? 1 : 0;
                falling += dark && (pixels[y + 1][x + 1] & 0xFF00) < 0x4000 ? 1 : 0;
            }
        }
        assertThat(rising).isGreaterThan(100);
        assertThat(falling).isLessThan(rising / 10);
    }

    private void onlyASolidLineHasNoGaps(Stroke stroke) {
        int[][] pixels = drawn(surface -> surface.line(10, 20.5, 110, 20.5, stroke, INK));
        long inked = IntStream.range(10, 110).filter(x -> isDark(pixels[20][x])).count();
        switch (stroke) {
            case SOLID -> assertThat(inked).isEqualTo(100);
            case DASHED -> assertThat(inked).isBetween(45L, 75L);
            case DOTTED -> assertThat(inked).isBetween(10L, 40L);
        }
        assertThat(inked(pixels, 0, 0, WIDTH, 18) + inked(pixels, 0, 24, WIDTH, 30)).isZero();
    }

    private static boolean isDark(int argb) {
        return (argb >> 16 & 0xFF) < 0x90;
    }

    private void aBrokenLineDoesNotBreakTheNext() {
        int[][] pixels =
                drawn(
                        surface -> {
                            surface.line(10, 10.5, 110, 10.5, Stroke.DOTTED, INK);
                            surface.outline(10, 20, 100, 20, INK);
                            surface.polyline(
                                    new double[] {10, 110}, new double[] {50.5, 50.5}, 2, INK);
                        });
        assertThat(inked(pixels, 10, 20, 100, 1)).isEqualTo(100);
        assertThat(IntStream.range(12, 108).allMatch(x -> isDark(pixels[50][x]))).isTrue();
    }

    private void anAreaIsFilledBetweenItsFirstCornersOnly() {
        double[] x = {20, 60, 60, 20, 110};
        double[] y = {10, 10, 40, 40, 59};
        int[][] pixels = drawn(surface -> surface.area(x, y, 4, INK));
        assertThat(inked(pixels)).isEqualTo(40 * 30);
        assertThat(pixels[25][40]).isEqualTo(INK);
    }

    private void aTextStandsOnItsBaselineToTheSideThatWasAskedFor() {
        TextStyle style = new TextStyle(14, true);
        int[][] left = text(style, Align.LEFT);
        int[][] center = text(style, Align.CENTER);
        int[][] right = text(style, Align.RIGHT);
        assertThat(inked(left)).isGreaterThan(20);
        assertThat(inked(left, 0, 0, 58, HEIGHT)).isZero();
        assertThat(inked(right, 62, 0, WIDTH - 62, HEIGHT)).isZero();
        assertThat(inked(center, 0, 0, 60, HEIGHT)).isPositive();
        assertThat(inked(center, 60, 0, 60, HEIGHT)).isPositive();
        assertThat(inked(left, 0, 42, WIDTH, HEIGHT - 42)).as("below the baseline").isZero();
        assertThat(inked(left, 0, 28, WIDTH, 12)).as("above it").isEqualTo(inked(left));
    }

    private int[][] text(TextStyle style, Align align) {
        return drawn(surface -> surface.text("HMH", 60, 40, style, align, INK));
    }

    private void aBolderTextHasMoreInkAndALargerOneIsHigher() {
        int[][] plain = text(new TextStyle(14, false), Align.LEFT);
        int[][] bold = text(new TextStyle(14, true), Align.LEFT);
        int[][] large = text(new TextStyle(28, false), Align.LEFT);
        assertThat(darkness(bold)).isGreaterThan(darkness(plain) * 11 / 10);
        assertThat(inked(plain, 0, 0, WIDTH, 28)).isZero();
        assertThat(inked(large, 0, 18, WIDTH, 10)).isPositive();
    }

    private static long darkness(int[][] pixels) {
        return IntStream.range(0, pixels.length)
                .mapToLong(
                        y -> IntStream.of(pixels[y]).mapToLong(it -> 255 - (it >> 16 & 0xFF)).sum())
                .sum();
    }

    private void nothingIsDrawnOutsideAClipUntilItEnds() {
        int[][] pixels =
                drawn(
                        surface -> {
                            surface.clip(20, 10, 30, 20);
                            surface.fill(0, 0, WIDTH, HEIGHT, INK);
                            surface.unclip();
                            surface.fill(100, 50, 10, 5, INK);
                        });
        assertThat(inked(pixels)).isEqualTo(30 * 20 + 10 * 5);
        assertThat(inked(pixels, 20, 10, 30, 20)).isEqualTo(30 * 20);
    }

    private void aClipMayFollowAnother() {
        int[][] pixels =
                drawn(
                        surface -> {
                            surface.clip(20, 10, 10, 10);
                            surface.unclip();
                            surface.clip(60, 10, 10, 10);
                            surface.fill(0, 0, WIDTH, HEIGHT, INK);
                            surface.unclip();
                        });
        assertThat(inked(pixels)).isEqualTo(100);
        assertThat(inked(pixels, 60, 10, 10, 10)).isEqualTo(100);
    }

    private void whatIsHalfTransparentLetsTheGroundThrough() {
        int[][] pixels = drawn(surface -> surface.fill(20, 10, 30, 20, 0x800000FF));
        assertThat(pixels[20][30] >> 16 & 0xFF).isBetween(0x7D, 0x82);
        assertThat(pixels[20][30] & 0xFF).isEqualTo(0xFF);
    }
}
