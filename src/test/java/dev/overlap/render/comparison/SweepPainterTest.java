package dev.overlap.render.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Theme;
import dev.overlap.render.comparison.SweepFrame.Point;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.DrawnText;
import dev.overlap.testkit.RecordingSurface.Path;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.trace.metrics.LowerBound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SweepPainterTest {

    private static final int SELECTED = Theme.LIGHT.selected();
    private static final long MILLI = 1_000_000;
    private static final PaintTarget TARGET = new PaintTarget(1_000, 500, 1, Theme.LIGHT);

    private static final LowerBound BOUND =
            new LowerBound(100 * MILLI, new LowerBound.Cause.LongestTask(0));

    private RecordingSurface surface = new RecordingSurface();
    private final SweepPainter painter = new SweepPainter(RecordingSurface.METRICS);

    private static Point point(int workers, long min, long median, long max) {
        return new Point(workers, min * MILLI, median * MILLI, max * MILLI, -1);
    }

    private static Point missing(int workers, boolean running) {
        return new Point(workers, -1, -1, -1, running ? 250 * MILLI : -1);
    }

    private SweepLayout paint(Point... points) {
        return painter.paint(
                surface,
                new SweepFrame(
                        List.of(points), BOUND, -1, "So it is.", false, SweepFrame.NO_FORECAST),
                TARGET);
    }

    @Test
    void workerAxisIsLogarithmicAndTimeStartsAtZero() {
        SweepLayout layout = paint(point(1, 1, 1, 1), point(2, 1, 1, 1), point(8, 1, 1, 1));
        double one = layout.xOf(1) - layout.xOf(0);
        assertThat(layout.xOf(2) - layout.xOf(1)).isBetween(one * 2 - 0.01, one * 2 + 0.01);
        assertThat(layout.yOf(0)).isEqualTo(layout.plot().bottom());
        assertThat(surface.texts()).contains("1", "2", "8", "wall time", "So it is.");
    }

    @Test
    void pointsHaveValuesAndLinesAreLabelled() {
        paint(point(1, 790, 800, 830), point(2, 410, 420, 440));
        assertThat(surface.texts())
                .contains(
                        "800 ms",
                        "420 ms",
                        "ideal: 1 worker\u2019s wall / n",
                        "longest task, alone: 100 ms");
        assertThat(surface.areas()).as("a dot a point").isEqualTo(2);
    }

    @Test
    void boundsOtherThanTheLongestTaskSayWhatTheyAre() {
        List<Point> points = List.of(point(1, 800, 800, 800));
        LowerBound permit =
                new LowerBound(250 * MILLI, new LowerBound.Cause.Held(0, "permit db", 2));
        LowerBound cores = new LowerBound(400 * MILLI, new LowerBound.Cause.Processors(2));
        painter.paint(
                surface,
                new SweepFrame(points, permit, -1, "", false, SweepFrame.NO_FORECAST),
                TARGET);
        painter.paint(
                surface,
                new SweepFrame(points, cores, -1, "", false, SweepFrame.NO_FORECAST),
                TARGET);
        assertThat(surface.texts())
                .contains(
                        "steps inside permit db, alone, over 2 places: 250 ms",
                        "processor time over 2 cores: 400 ms");
    }

    @Test
    void everyPointIsAtItsWorkersAndMedianWithItsValue() {
        SweepLayout layout = paint(point(1, 790, 810, 830), point(2, 410, 420, 440));
        double[] medians = {810.0 * MILLI, 420.0 * MILLI};
        List<Path> dots = surface.areas(Theme.LIGHT.accent());
        List<RecordingSurface.Point> line = surface.polylines().getFirst().points();
        for (int i = 0; i < 2; i++) {
            RecordingSurface.Point at =
                    new RecordingSurface.Point(layout.xOf(i), layout.yOf(medians[i]));
            assertThat(line.get(i)).isEqualTo(at);
            assertThat(dots.get(i).points().get(1).x()).isEqualTo(at.x());
            assertThat(dots.get(i).points().get(0).y()).isEqualTo(at.y());
            DrawnText value = surface.word(i == 0 ? "810 ms" : "420 ms");
            assertThat(value.left()).isBetween(at.x(), at.x() + 10);
            assertThat(value.baseline()).isBetween(at.y() - 20, at.y());
            DrawnText workers = surface.word(Integer.toString(i + 1));
            assertThat((workers.left() + workers.right()) / 2).isCloseTo(at.x(), within(1.0));
        }
    }

    @Test
    void idealCurveIsInverselyProportionalToWorkers() {
        SweepLayout layout = paint(point(1, 800, 800, 800), point(4, 300, 300, 300));
        List<Shape> ideal =
                surface.fills(Theme.LIGHT.oneByOne()).stream()
                        .filter(piece -> layout.plot().contains(piece.middle()))
                        .toList();
        assertThat(ideal.getFirst().y()).isCloseTo(layout.yOf(800.0 * MILLI), within(1.0));
        Shape last = ideal.getLast();
        assertThat(last.y() + last.height()).isCloseTo(layout.yOf(200.0 * MILLI), within(4.0));
        assertThat(last.right()).isCloseTo(layout.xOf(1), within(12.0));
    }

    @Test
    void axisLabelsAreAtTheirDurations() {
        SweepLayout layout = paint(point(1, 800, 800, 800), point(2, 420, 420, 420));
        DrawnText tick = surface.word("200 ms");
        assertThat(tick.right()).isLessThan(layout.left());
        assertThat(tick.baseline()).isCloseTo(layout.yOf(200.0 * MILLI) + 4, within(2.0));
    }

    @Test
    void selectedPointHasABackground() {
        SweepFrame two =
                new SweepFrame(
                        List.of(point(1, 1, 1, 1), point(2, 1, 1, 1)),
                        BOUND,
                        -1,
                        "",
                        false,
                        SweepFrame.NO_FORECAST);
        painter.paint(surface, two, TARGET);
        assertThat(surface.shapes(ShapeKind.FILL)).noneMatch(it -> it.argb() == SELECTED);
        SweepLayout layout = painter.paint(surface, two.selecting(1), TARGET);
        assertThat(surface.shapes(ShapeKind.FILL))
                .filteredOn(it -> it.argb() == SELECTED)
                .singleElement()
                .satisfies(it -> assertThat(it.x() + it.width() / 2).isEqualTo(layout.xOf(1)));
    }

    @Test
    void whiskersSpanShortestToLongestRun() {
        SweepLayout layout = paint(point(1, 700, 800, 900));
        assertThat(surface.fills(Theme.LIGHT.spread()).getFirst())
                .satisfies(
                        whisker -> {
                            assertThat(whisker.y()).isEqualTo(layout.yOf(900.0 * MILLI));
                            assertThat(whisker.height())
                                    .isEqualTo(
                                            layout.yOf(700.0 * MILLI) - layout.yOf(900.0 * MILLI));
                        });
    }

    @Test
    void singleRunHasNoWhiskers() {
        paint(point(1, 800, 800, 800));
        assertThat(surface.fills(Theme.LIGHT.spread())).isEmpty();
    }

    @Test
    void idealIsComputedFromTheFewestMeasuredWorkers() {
        paint(missing(1, false), point(2, 400, 400, 400), missing(4, true));
        assertThat(surface.texts())
                .contains("ideal: 2 workers\u2019 wall \u00d7 2 / n", "250 ms so far")
                .doesNotContain("-1 ms");
    }

    @Test
    void axisAndIdealAreShownBeforeAnythingIsMeasured() {
        List<Point> points = List.of(missing(1, false), missing(2, false), missing(6, false));
        SweepFrame forecast =
                new SweepFrame(points, LowerBound.UNKNOWN, -1, "", false, 6_000 * MILLI);
        SweepLayout layout = painter.paint(surface, forecast, TARGET);
        assertThat(layout.maxNanos()).isBetween(6_000.0 * MILLI, 7_500.0 * MILLI);
        assertThat(surface.texts())
                .contains("1", "2", "6", "workers", "6 s", "ideal, by the forecast");
        assertThat(lines()).isNotEmpty();

        surface = new RecordingSurface();
        SweepFrame unknown =
                new SweepFrame(points, LowerBound.UNKNOWN, -1, "", true, SweepFrame.NO_FORECAST);
        painter.paint(surface, unknown, TARGET);
        assertThat(surface.texts())
                .contains("6", "tasks at once, at most", "100 %", "20 %")
                .contains("ideal: a share of 1 worker\u2019s wall")
                .doesNotContain("1 s");
        assertThat(lines()).isNotEmpty();
    }

    /** The segments of the ideal curve. */
    private List<Shape> lines() {
        return surface.fills(Theme.LIGHT.oneByOne());
    }

    @Test
    void lowerBoundIsAHorizontalLine() {
        SweepLayout layout = paint(point(1, 800, 800, 800), point(2, 400, 400, 400));
        assertThat(surface.shapes(ShapeKind.DASHED))
                .filteredOn(line -> line.argb() == Theme.LIGHT.lowerBound() && line.width() > 100)
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.y())
                                        .isBetween(
                                                layout.yOf(100.0 * MILLI) - 1,
                                                layout.yOf(100.0 * MILLI) + 1));
    }

    @Test
    void hitTestFindsTheNearestPointWithinThePlot() {
        SweepLayout layout = paint(point(1, 800, 800, 800), point(2, 400, 400, 400));
        assertThat(layout.hit(layout.xOf(1) - 3, 200)).isEqualTo(1);
        assertThat(layout.hit(layout.xOf(0) + 3, 200)).isZero();
        assertThat(layout.hit(5, 200)).isEqualTo(-1);
        assertThat(layout.hit(layout.xOf(1), 499)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "60,2000", "3000,80"})
    void anySizeCanBePaintedWithoutData(double width, double height) {
        PaintTarget target = new PaintTarget(width, height, 0.5, Theme.DARK);
        SweepFrame nothing =
                new SweepFrame(
                        List.of(), LowerBound.UNKNOWN, -1, "", false, SweepFrame.NO_FORECAST);
        SweepFrame unknown =
                new SweepFrame(
                        List.of(missing(3, true)),
                        LowerBound.UNKNOWN,
                        -1,
                        "One two three.",
                        false,
                        SweepFrame.NO_FORECAST);
        assertThatCode(
                        () -> {
                            painter.paint(surface, nothing, target);
                            painter.paint(surface, unknown, target);
                        })
                .doesNotThrowAnyException();
    }
}
