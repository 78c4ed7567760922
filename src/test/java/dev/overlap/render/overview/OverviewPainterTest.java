package dev.overlap.render.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.StepDecimator;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Path;
import dev.overlap.testkit.RecordingSurface.Point;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** On an axis from 100 to 1,100 units, a run of a second: a unit is a millisecond. */
class OverviewPainterTest {

    private static final long MILLI = 1_000_000;
    private static final TimeRange WHOLE = new TimeRange(0, 1_000 * MILLI);
    private static final TimeScale SCALE = new TimeScale(WHOLE, 100, 1_100, 1);
    private static final StepDecimator CURVE =
            new StepDecimator(
                    new long[] {0, 200 * MILLI, 600 * MILLI, 900 * MILLI}, new int[] {1, 4, 2, 0});

    private final OverviewPainter painter = new OverviewPainter(RecordingSurface.METRICS);

    private static TimeRange millis(long from, long to) {
        return new TimeRange(from * MILLI, to * MILLI);
    }

    private static OverviewFrame frame(@Nullable TimeRange range, long playheadNanos) {
        return new OverviewFrame(CURVE, 900 * MILLI, WHOLE, millis(300, 500), range, playheadNanos);
    }

    private RecordingSurface painted(OverviewFrame frame, Theme theme) {
        RecordingSurface surface = new RecordingSurface();
        OverviewLayout layout = new OverviewLayout(SCALE, frame.shown());
        painter.paint(
                surface, frame, layout, new PaintTarget(1_112, OverviewLayout.HEIGHT, 1, theme));
        return surface;
    }

    @ParameterizedTest
    @EnumSource
    void theCurveOfTheWholeRunIsOnTheAxis(Theme theme) {
        RecordingSurface surface = painted(frame(null, OverviewFrame.NO_PLAYHEAD), theme);
        List<Path> areas = surface.areas(theme.accentArea());
        assertThat(areas).hasSize(1);
        List<Point> corners = areas.getFirst().points();
        assertThat(corners.getFirst().x()).isEqualTo(100);
        assertThat(corners.getLast().x()).as("where the run ends").isEqualTo(1_000);
        double top = corners.stream().mapToDouble(Point::y).min().orElseThrow();
        assertThat(corners.stream().filter(corner -> corner.y() == top).map(Point::x))
                .as("the highest level")
                .containsExactly(300.0, 700.0);
        assertThat(surface.words())
                .as("in front of it")
                .hasSize(2)
                .allMatch(word -> word.left() >= PaintTarget.PAD && word.right() <= 90);
    }

    @Test
    void theGutterNamesTheRunAndItsLength() {
        RecordingSurface surface = new RecordingSurface();
        OverviewFrame frame = frame(null, OverviewFrame.NO_PLAYHEAD);
        OverviewLayout wide =
                new OverviewLayout(new TimeScale(WHOLE, 170, 1_170, 1), frame.shown());
        painter.paint(surface, frame, wide, new PaintTarget(1_182, 32, 1, Theme.LIGHT));
        assertThat(surface.texts()).containsExactly("900 ms", "Whole run");
    }

    @Test
    void theVisiblePartIsOutlinedAndTheRestIsVeiled() {
        RecordingSurface surface = painted(frame(null, OverviewFrame.NO_PLAYHEAD), Theme.LIGHT);
        Shape brush = surface.shapes(ShapeKind.OUTLINE).getFirst();
        assertThat(List.of(brush.x(), brush.right())).containsExactly(400.0, 600.0);
        assertThat(surface.fills(0x8CFFFFFF))
                .extracting(Shape::x, Shape::right)
                .containsExactly(tuple(100.0, 400.0), tuple(600.0, 1_100.0));
    }

    @Test
    void rangeAndPlayheadAreDrawnOnlyIfThereAreAny() {
        int accent = Theme.LIGHT.accent();
        assertThat(painted(frame(null, OverviewFrame.NO_PLAYHEAD), Theme.LIGHT).fills(accent))
                .isEmpty();
        RecordingSurface surface = painted(frame(millis(700, 2_000), 250 * MILLI), Theme.LIGHT);
        assertThat(surface.fills(accent))
                .extracting(Shape::x, Shape::right)
                .containsExactly(tuple(800.0, 1_100.0), tuple(349.0, 351.0));
        RecordingSurface outside = painted(frame(millis(1_500, 2_000), -1), Theme.LIGHT);
        assertThat(outside.fills(accent)).isEmpty();
    }

    @Test
    void aRunWithoutTasksHasNoCurve() {
        OverviewFrame nothing =
                new OverviewFrame(
                        new StepDecimator(new long[0], new int[0]), 0, WHOLE, WHOLE, null, -1);
        assertThat(painted(nothing, Theme.LIGHT).areas()).isZero();
    }

    /** A hundred thousand tasks, each a peak of its own, take a few corners for each pixel. */
    @Test
    void aLongRunIsReducedToItsPeakPerPixel() {
        int steps = 200_000;
        long[] nanos = LongStream.range(0, steps).map(i -> i * 5_000).toArray();
        int[] levels = IntStream.range(0, steps).map(i -> i % 2).toArray();
        levels[100_001] = 7;
        StepDecimator comb = new StepDecimator(nanos, levels);
        OverviewFrame frame =
                new OverviewFrame(comb, 1_000 * MILLI, WHOLE, millis(0, 10), null, -1);
        List<Point> corners =
                painted(frame, Theme.LIGHT).areas(Theme.LIGHT.accentArea()).getFirst().points();
        assertThat(corners).hasSizeLessThan(5 * 1_000);
        double top = corners.stream().mapToDouble(Point::y).min().orElseThrow();
        assertThat(corners.stream().filter(it -> it.y() == top).mapToDouble(Point::x).toArray())
                .containsOnly(600);
    }
}
