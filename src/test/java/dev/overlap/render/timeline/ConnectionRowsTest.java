package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** Tests the timeline grouped by connection. */
class ConnectionRowsTest {

    private static final PaintTarget TARGET = new PaintTarget(1_000, 600, 1, Theme.LIGHT);
    private static final long MILLI = 1_000_000;

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    private static ChartFrame at(Trace trace, long millis) {
        TraceMetrics metrics = TraceMetrics.of(trace, millis * MILLI);
        return new ChartFrame(
                trace,
                metrics,
                millis * MILLI,
                null,
                0,
                -1,
                Integer.MAX_VALUE,
                RowGrouping.CONNECTIONS);
    }

    private static ChartFrame whole(Trace trace) {
        return ChartFrame.of(trace).groupedBy(RowGrouping.CONNECTIONS);
    }

    private ChartLayout paint(ChartFrame frame) {
        return painter.paint(surface, frame, TARGET);
    }

    /** Three tasks, one after another, over one connection, with a pause before the last. */
    private static Trace three() {
        TraceBuilder traceBuilder = TraceBuilder.of("first", "second", "third");
        traceBuilder.exchange(0, "c-0000000012", 0, 200).answered(0, 200, 200);
        traceBuilder.exchange(1, "c-0000000012", 200, 400).answered(1, 200, 400);
        traceBuilder.exchange(2, "c-0000000012", 600, 800).answered(2, 200, 800);
        return traceBuilder.finished();
    }

    private List<Shape> bars(ChartLayout layout, Phase phase) {
        return surface.fills(Theme.LIGHT.of(phase)).stream()
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    private List<Shape> reuseMarks(ChartLayout layout) {
        return surface.fills(Theme.LIGHT.text()).stream()
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    private List<Shape> idleLines() {
        return surface.fills(Theme.LIGHT.spread());
    }

    @Test
    void exchangesOfOneConnectionAreInOneRowWithTaskNames() {
        ChartLayout layout = paint(whole(three()));

        List<Shape> waits = bars(layout, Phase.WAIT);
        assertThat(waits).hasSize(3);
        assertThat(waits).extracting(Shape::middle).containsOnly(waits.getFirst().middle());
        assertThat(bars(layout, Phase.CONNECT)).as("by the one that opened it").hasSize(1);
        assertThat(surface.texts())
                .contains("1", TraceBuilder.HOST, "3 exchanges", "first", "second", "third");
        assertThat(layout.rowAt(layout.rowTop(1) + 1)).as("there is no second row").isNegative();
    }

    @Test
    void reuseHasAMarkAndIdleTimeAThinLineUntilTheLastUse() {
        ChartLayout layout = paint(whole(three()));

        assertThat(reuseMarks(layout))
                .extracting(Shape::x)
                .containsExactly(
                        Math.rint(layout.xOf(200 * MILLI)) - 1,
                        Math.rint(layout.xOf(600 * MILLI)) - 1);
        assertThat(idleLines()).hasSize(1);
        Shape line = idleLines().getFirst();
        assertThat(line.x()).isEqualTo(Math.rint(layout.xOf(400 * MILLI)));
        assertThat(line.right()).isEqualTo(Math.rint(layout.xOf(600 * MILLI)));
        assertThat(line.height()).isEqualTo(1);
    }

    @Test
    void connectionAppearsWithItsFirstRequest() {
        ChartLayout layout = paint(at(three(), 10));
        assertThat(bars(layout, Phase.CONNECT)).isEmpty();
        assertThat(surface.texts()).contains("No connection has been used yet.");

        ChartLayout later = paint(at(three(), 30));
        assertThat(bars(later, Phase.CONNECT)).hasSize(1);
        assertThat(surface.texts()).contains("1 exchange");
    }

    @Test
    void replayDoesNotRevealLaterReuse() {
        ChartLayout layout = paint(at(three(), 500));
        assertThat(idleLines()).isEmpty();
        assertThat(surface.texts()).contains("2 exchanges").doesNotContain("third");
        assertThat(layout.rowOfTask(2)).isNegative();
        assertThat(layout.hit(layout.xOf(700 * MILLI), layout.rowTop(0) + 5))
                .isEqualTo(new HitResult.Connection(0, 1, false));
    }

    @Test
    void hitTestFindsTheExchangeOrThePreviousOne() {
        Trace trace = three();
        ChartLayout layout = paint(whole(trace));
        double y = layout.rowTop(0) + layout.rowHeight() / 2;

        assertThat(layout.hit(layout.xOf(300 * MILLI), y))
                .isEqualTo(new HitResult.Connection(0, 1, true));
        assertThat(layout.hit(layout.xOf(500 * MILLI), y))
                .isEqualTo(new HitResult.Connection(0, 1, false));
        assertThat(layout.hit(20, y)).isEqualTo(new HitResult.Connection(0, -1, false));
        assertThat(layout.taskAt(layout.xOf(300 * MILLI), y)).isEqualTo(1);
        assertThat(layout.taskAt(layout.xOf(500 * MILLI), y)).isEqualTo(1);
        assertThat(layout.taskAt(20, y)).as("its name").isZero();
        assertThat(layout.taskAt(20, layout.rowTop(1) + 5)).as("below the rows").isNegative();
    }

    @Test
    void tooltipNamesTaskAndOriginOfTheConnection() {
        ChartFrame frame = whole(three());
        TooltipContent opener = tooltip(frame, new HitResult.Connection(0, 0, true));
        assertThat(opener)
                .isEqualTo(
                        new TooltipContent(
                                "Connection 1 (c-12) to example.org:443",
                                "in use 200 ms, from 0 ms to 200 ms",
                                List.of(
                                        new TooltipContent.PhaseShare(Phase.CONNECT, 20 * MILLI),
                                        new TooltipContent.PhaseShare(Phase.SEND, 20 * MILLI),
                                        new TooltipContent.PhaseShare(Phase.WAIT, 140 * MILLI),
                                        new TooltipContent.PhaseShare(Phase.RECEIVE, 20 * MILLI)),
                                "For first. It opened this connection."));
        assertThat(tooltip(frame, new HitResult.Connection(0, 2, true)).reason())
                .isEqualTo("For third. The task before was second.");
        assertThat(tooltip(frame, new HitResult.Connection(0, 1, false)).here())
                .isEqualTo("kept, idle 200 ms, from 400 ms to 600 ms");
        assertThat(tooltip(frame, new HitResult.Connection(0, 2, false)).here())
                .isEqualTo("not in use");
    }

    @Test
    void selectedTaskIsMarkedOnEveryConnectionItUsed() {
        TraceBuilder traceBuilder = TraceBuilder.of("redirected", "other");
        traceBuilder.exchange(0, "c-1", 0, 100).exchange(1, "c-2", 0, 300).answered(1, 200, 300);
        traceBuilder.exchange(0, "c-3", 100, 200).answered(0, 200, 200);
        ChartFrame frame = whole(traceBuilder.finished()).selecting(0);
        ChartLayout layout = paint(frame);

        assertThat(layout.rowsOfTask(0)).containsExactly(0, 2);
        assertThat(surface.fills(Theme.LIGHT.selected())).hasSize(2);
        assertThat(surface.shapes(ShapeKind.OUTLINE))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.accent())
                .extracting(Shape::x, Shape::right)
                .containsExactly(
                        tuple(Math.rint(layout.xOf(0)), Math.rint(layout.xOf(100 * MILLI))),
                        tuple(
                                Math.rint(layout.xOf(100 * MILLI)),
                                Math.rint(layout.xOf(200 * MILLI))));
    }

    @Test
    void computeTasksHaveNoConnectionAndTheChartSaysSo() {
        TraceBuilder traceBuilder = TraceBuilder.of("cpu:100ms").enter(0, Phase.COMPUTE, 0);
        paint(whole(traceBuilder.end(0, new Outcome.Computed(), 100).finished()));

        assertThat(surface.texts()).contains("No task of this run used a connection.");
    }

    @Test
    void legendOnlyShowsPhasesOfTheRows() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").exchange(0, "c-1", 50, 200).enter(0, Phase.PAUSE, 200);
        paint(whole(traceBuilder.answered(0, 200, 300).answered(1, 200, 300).finished()));

        assertThat(surface.texts()).contains("connect", "wait").doesNotContain("queued", "pause");
    }

    @Test
    void longHostIsElidedButNotNumberAndCount() {
        String host = "a-very-long-name-of-a-host.department.university.example.org:443";
        TraceBuilder traceBuilder =
                TraceBuilder.of("a")
                        .leases(0, new ConnectionLimit(host, 6, ConnectionLimit.Origin.OVERLAP, 0));
        traceBuilder.enter(0, Phase.LEASE, 0).enter(0, Phase.SEND, 1);
        traceBuilder.note(0, Exchange.begin(0, 0, "/").on("c-1", false)).answered(0, 200, 100);
        ChartLayout layout = paint(whole(traceBuilder.finished()));

        assertThat(surface.words())
                .filteredOn(drawnText -> drawnText.text().startsWith("a-very"))
                .singleElement()
                .satisfies(
                        drawnText -> {
                            assertThat(drawnText.text()).contains("\u2026").endsWith(":443");
                            assertThat(drawnText.right()).isLessThan(layout.statusRight() - 8);
                        });
    }

    @Test
    void costDependsOnPixelsNotOnExchanges() {
        int many = 10_000;
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(many, "a"));
        for (int task = 0; task < many; task++) {
            traceBuilder.exchange(task, "c-1", task, task + 0.5).answered(task, 200, task + 0.5);
        }
        ChartLayout layout = paint(whole(traceBuilder.finished()).selecting(many / 2));

        double pixels = layout.plotRight() - layout.plotLeft();
        long inRows =
                surface.shapes().stream()
                        .filter(shape -> layout.rows().contains(shape.middle()))
                        .count();
        assertThat((double) inRows).isLessThan(pixels * 2);
        assertThat(bars(layout, Phase.WAIT).get(10).height())
                .as("in use for half of the time")
                .isLessThan(layout.rowHeight() / 2);
    }

    @Test
    void onlyVisibleRowsOfTenThousandConnectionsArePainted() {
        int many = 10_000;
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(many, "a"));
        for (int task = 0; task < many; task++) {
            traceBuilder
                    .exchange(task, "c-" + task, task, task + 500)
                    .answered(task, 200, task + 500);
        }
        ChartLayout layout = paint(whole(traceBuilder.finished()));

        assertThat(layout.rowsHeight()).isEqualTo(many * layout.rowHeight());
        assertThat(surface.texts()).filteredOn(TraceBuilder.HOST::equals).hasSizeLessThan(40);
        assertThat(layout.rowOfTask(9_000)).isEqualTo(9_000);
    }

    private static @Nullable TooltipContent tooltip(ChartFrame frame, HitResult hit) {
        String wait =
                hit instanceof HitResult.Row row
                        ? WaitExplanation.longest(frame.trace(), row.task(), frame.horizonNanos())
                        : "";
        return Tooltips.of(frame, hit, wait);
    }
}
