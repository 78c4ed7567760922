package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/** Tests that labels have room: in a fitted view, in few rows, and at the playhead and a range. */
class ChartRoomTest {

    private static final long MILLI = 1_000_000;
    private static final PaintTarget TARGET = new PaintTarget(1_000, 600, 1, Theme.LIGHT);

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    @Test
    void neitherPlayheadNorEdgeOfTheRangeCrossesTheLabelOfABar() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b").fetch(0, 1, 2, 90, 190);
        Trace trace = traceBuilder.fetch(1, 1, 2, 90, 400).finished();
        ChartFrame frame = frame(trace, 200 * MILLI, null);
        TimeRange range = new TimeRange(50 * MILLI, 205 * MILLI);
        ChartLayout layout = painter.paint(surface, frame, TARGET, range);
        double middle = layout.rowTop(0) + layout.rowHeight() / 2;
        List<Shape> across =
                surface.shapes().stream()
                        .filter(it -> it.y() < middle && it.y() + it.height() > middle)
                        .filter(it -> contains(it, layout.xOf(200 * MILLI) + 1))
                        .toList();

        assertThat(across).extracting(Shape::argb).contains(Theme.LIGHT.accent());
        assertThat(across.getLast().argb()).as("of the label").isEqualTo(Theme.LIGHT.ground());
        assertThat(contains(across.getLast(), layout.xOf(205 * MILLI))).isTrue();
        assertThat(surface.fills(Theme.LIGHT.accent()))
                .as("the range is seen on the axis, in the rows and over the lanes")
                .filteredOn(it -> contains(it, layout.xOf(205 * MILLI) + 0.7))
                .hasSize(3);
    }

    private static boolean contains(Shape shape, double x) {
        return shape.x() <= x && shape.right() >= x;
    }

    private static ChartFrame frame(Trace trace, long horizon, TimeRange shown) {
        return new ChartFrame(
                trace,
                TraceMetrics.of(trace, horizon),
                horizon,
                shown,
                0,
                -1,
                Integer.MAX_VALUE,
                RowGrouping.TASKS);
    }

    @Test
    void rowsGrowUpToALimitWhereThereAreFew() {
        assertThat(rowHeight(1)).isEqualTo(RowMapping.MAX_HEIGHT);
        assertThat(rowHeight(8))
                .isBetween(RowMapping.COMFORTABLE_HEIGHT + 1, RowMapping.MAX_HEIGHT - 1);
        assertThat(rowHeight(500)).isEqualTo(RowMapping.MIN_HEIGHT);
    }

    @Test
    void curveTakesWhatFewRowsLeaveOver() {
        ChartLayout one = layoutOf(1);
        ChartLayout many = layoutOf(30);

        assertThat(one.curve().height()).isEqualTo(2 * many.curve().height());
        assertThat(one.curve().bottom()).isEqualTo(many.curve().bottom());
        assertThat(one.rows().height()).isGreaterThan(one.rowHeight());
    }

    @Test
    void curveIsLowerWhereFewOfManyRowsWouldBeInSight() {
        ChartLayout high = layoutOf(30, 900);
        ChartLayout low = layoutOf(30, 364);

        assertThat(low.curve().height()).isLessThan(high.curve().height());
        assertThat(Math.floor(low.rows().height() / low.rowHeight())).isGreaterThanOrEqualTo(8);
    }

    private double rowHeight(int tasks) {
        return layoutOf(tasks).rowHeight();
    }

    private ChartLayout layoutOf(int tasks) {
        return layoutOf(tasks, 900);
    }

    private ChartLayout layoutOf(int tasks, double height) {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(tasks, "a"));
        for (int task = 0; task < tasks; task++) {
            traceBuilder.answered(task, 200, 10);
        }
        PaintTarget screen = new PaintTarget(1_300, height, 1, Theme.LIGHT);
        return painter.layout(ChartFrame.of(traceBuilder.finished()), screen);
    }

    @ParameterizedTest
    @ValueSource(doubles = {560, 640, 1_280, 1_920})
    void labelsAtTheEndAreInAFittedView(double width) {
        Trace trace =
                TraceBuilder.of("a", "b", "c")
                        .fetch(0, 1, 2, 90, 400)
                        .enter(1, Phase.WAIT, 1)
                        .failed(1, FailureKind.TIMED_OUT, 300)
                        .fetch(2, 350, 351, 352, 353)
                        .finished();
        PaintTarget target = new PaintTarget(width, 600, 1, Theme.LIGHT);
        assertThat(textsOf(trace, null, target)).contains("400 ms", "timed out", "353 ms");
        assertThat(textsOf(trace, fitted(trace, 0, target), target)).contains("400 ms");
        assertThat(textsOf(trace, fitted(trace, 1, target), target)).contains("timed out");
        assertThat(textsOf(trace, fitted(trace, 2, target), target)).contains("353 ms");
    }

    private TimeRange fitted(Trace trace, int task, PaintTarget target) {
        ChartLayout whole = painter.layout(ChartFrame.of(trace), target);
        return whole.windowOf(task).within(whole.wholeWindow());
    }

    private List<String> textsOf(Trace trace, TimeRange shown, PaintTarget target) {
        RecordingSurface drawn = new RecordingSurface();
        painter.paint(drawn, frame(trace, trace.horizonNanos(), shown), target);
        return drawn.texts();
    }
}
