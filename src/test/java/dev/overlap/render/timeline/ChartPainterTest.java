package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.DrawnText;
import dev.overlap.testkit.RecordingSurface.Path;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

class ChartPainterTest {

    private static final PaintTarget TARGET = new PaintTarget(1_000, 600, 1, Theme.LIGHT);

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    private ChartLayout paint(Trace trace) {
        return painter.paint(surface, ChartFrame.of(trace), TARGET);
    }

    private ChartLayout paintAt(Trace trace, double millis) {
        long horizon = Math.round(millis * 1e6);
        ChartFrame all = ChartFrame.of(trace);
        TraceMetrics metrics = TraceMetrics.of(trace, horizon);
        return painter.paint(
                surface,
                new ChartFrame(
                        trace,
                        metrics,
                        horizon,
                        all.range(),
                        0,
                        -1,
                        all.maxRows(),
                        RowGrouping.TASKS),
                TARGET);
    }

    /** The fills of a phase within the row area. */
    private List<Shape> bars(ChartLayout layout, Phase phase) {
        return surface.fills(Theme.LIGHT.of(phase)).stream()
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    @Test
    void phasesOfAFetchAreDrawnInOrderWithoutGaps() {
        ChartLayout layout = paint(TraceBuilder.of("a").fetch(0, 10, 110, 200, 300).finished());
        List<Phase> order =
                List.of(Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);
        List<Shape> bars = order.stream().map(phase -> bars(layout, phase).getFirst()).toList();
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).x()).isEqualTo(bars.get(i - 1).right());
        }
        assertThat(bars.getFirst().x())
                .isBetween(layout.xOf(10_000_000) - 1, layout.xOf(15_000_000));
        assertThat(bars.getLast().right()).isEqualTo(Math.rint(layout.xOf(300_000_000)));
    }

    @Test
    void preparationBarsAreLowerThanWaitAndReceive() {
        ChartLayout layout = paint(TraceBuilder.of("a").fetch(0, 10, 110, 200, 300).finished());
        double high = bars(layout, Phase.WAIT).getFirst().height();
        assertThat(bars(layout, Phase.RECEIVE).getFirst().height()).isEqualTo(high);
        for (Phase phase : List.of(Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.SEND)) {
            assertThat(bars(layout, phase).getFirst().height()).isLessThan(high * 0.7);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"QUEUED", "READY", "LEASE", "PAUSE"})
    void waitingForATurnIsNeverFilled(Phase phase) {
        ChartLayout layout =
                paint(
                        TraceBuilder.of("a")
                                .enter(0, phase, 1)
                                .enter(0, Phase.WAIT, 100)
                                .answered(0, 200, 200)
                                .finished());
        assertThat(surface.fills(Theme.LIGHT.of(phase)))
                .as("at most a line")
                .allMatch(shape -> shape.height() <= 2);
        assertThat(surface.shapes())
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.of(phase))
                .filteredOn(shape -> layout.rows().contains(shape.middle()))
                .isNotEmpty()
                .allMatch(shape -> shape.right() == layout.scale().edge(100_000_000));
    }

    private ChartLayout paintByWorker(Trace trace) {
        return painter.paint(surface, ChartFrame.of(trace).groupedBy(RowGrouping.WORKERS), TARGET);
    }

    @Test
    void rowOfAThreadShowsThePhasesOfItsTasks() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/300", "cpu:200ms");
        int thread = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        traceBuilder.carriedBy(0, thread).busy(thread, 0, 0, 300).enter(0, Phase.WAIT, 0);
        traceBuilder.answered(0, 200, 300);
        traceBuilder.carriedBy(1, thread).busy(thread, 1, 300, 500).enter(1, Phase.COMPUTE, 300);
        traceBuilder.end(1, new Outcome.Computed(), 500);
        ChartLayout layout = paintByWorker(traceBuilder.finished());

        Shape wait = bars(layout, Phase.WAIT).getFirst();
        Shape compute = bars(layout, Phase.COMPUTE).getFirst();
        assertThat(wait.middle()).as("one row").isEqualTo(compute.middle());
        assertThat(wait.right()).isEqualTo(compute.x());
        assertThat(surface.words())
                .extracting(DrawnText::text)
                .contains("thread-1", "lab:/delay/300", "cpu:200ms");
        double x = layout.xOf(400_000_000);
        assertThat(layout.hit(x, compute.middle())).isEqualTo(new HitResult.Lane(thread, 1));
        assertThat(layout.rowOfTask(1)).isZero();
    }

    @Test
    void startUpOfAProcessHasABrokenBorderAndItsName() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/300");
        int process = traceBuilder.addWorker("process-1", WorkerTrack.Role.PROCESS);
        traceBuilder.startUp(process, 0, 400);
        traceBuilder.carriedBy(0, process).busy(process, 0, 400, 700).enter(0, Phase.WAIT, 400);
        ChartLayout layout = paintByWorker(traceBuilder.answered(0, 200, 700).finished());

        assertThat(surface.words()).extracting(DrawnText::text).contains("start-up 400 ms");
        assertThat(surface.shapes(ShapeKind.HATCH)).isEmpty();
        assertThat(surface.shapes(ShapeKind.DASHED))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.warning())
                .hasSize(4)
                .allMatch(shape -> layout.rowAt(shape.middle()) == 0)
                .anyMatch(
                        shape ->
                                shape.x() == layout.scale().edge(0) + 0.5
                                        && shape.right() == layout.scale().edge(400_000_000) - 0.5);
    }

    @Test
    void loopMarksWhereTheSelectedTaskWasResumedAndSuspended() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.busy(loop, 0, 0, 100).busy(loop, 1, 200, 300).busy(loop, 0, 400, 500);
        Trace trace = traceBuilder.answered(0, 200, 500).answered(1, 200, 500).finished();
        ChartFrame frame = ChartFrame.of(trace).groupedBy(RowGrouping.WORKERS);
        painter.paint(surface, frame, TARGET);
        int before = surface.areas();
        ChartLayout layout = painter.paint(surface, frame.selecting(0), TARGET);

        assertThat(surface.areas() - before).as("two slices, two marks each").isEqualTo(before + 4);
        assertThat(surface.areas(Theme.LIGHT.accent()))
                .as("the tips of the marks, up where it is resumed, down where it is suspended")
                .extracting(
                        mark -> mark.points().getLast().x(),
                        mark -> mark.points().getLast().y() < mark.points().getFirst().y())
                .containsExactly(
                        tuple(layout.scale().edge(0), true),
                        tuple(layout.scale().edge(100_000_000), false),
                        tuple(layout.scale().edge(400_000_000), true),
                        tuple(layout.scale().edge(500_000_000), false));
        assertThat(surface.fills(Theme.LIGHT.accent())).hasSize(2);
    }

    @Test
    void blockedTimeIsTintedAndLabelledAsDerived() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/100", "cpu:400ms");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.carriedBy(0, loop).busy(loop, 0, 0, 1).enter(0, Phase.WAIT, 1);
        traceBuilder.carriedBy(1, loop).busy(loop, 1, 1, 401).enter(1, Phase.COMPUTE, 1);
        traceBuilder.end(1, new Outcome.Computed(), 401).answered(0, 200, 402);
        ChartLayout layout = paint(traceBuilder.finished());

        assertThat(layout.rowAt(word("loop held by cpu:400ms for 400 ms (derived)").baseline()))
                .as("in the row of the page")
                .isZero();
        assertThat(surface.shapes(ShapeKind.HATCH)).isEmpty();
        assertThat(surface.fills(Theme.LIGHT.held()))
                .extracting(Shape::x, Shape::right)
                .containsExactly(
                        tuple(layout.scale().edge(1_000_000), layout.scale().edge(401_000_000)));
    }

    /** The task blocks the loop by its own call, so its own row is not tinted. */
    @Test
    void taskThatBlocksTheLoopIsNotTinted() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/300", "lab:/delay/200");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.carriedBy(0, loop).enter(0, Phase.WAIT, 0).busy(loop, 0, 0, 300);
        traceBuilder.answered(0, 200, 300).carriedBy(1, loop).enter(1, Phase.READY, 0);
        paint(
                traceBuilder
                        .enter(1, Phase.WAIT, 300)
                        .busy(loop, 1, 300, 500)
                        .answered(1, 200, 500)
                        .finished());
        assertThat(surface.texts()).noneMatch(text -> text.startsWith("loop held"));
        assertThat(surface.fills(Theme.LIGHT.held())).isEmpty();
    }

    @Test
    void blockedLoopShowsReadyHatchedInTheWarningColourAndASolidLaneWithNames() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/300", "lab:/delay/200");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.enter(0, Phase.READY, 0).enter(1, Phase.READY, 0);
        traceBuilder.enter(0, Phase.WAIT, 1).answered(0, 200, 300).busy(loop, 0, 1, 300);
        traceBuilder.enter(1, Phase.WAIT, 301).answered(1, 200, 500).busy(loop, 1, 300, 500);
        ChartLayout layout = paint(traceBuilder.finished());

        assertThat(surface.shapes(ShapeKind.HATCH))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.of(Phase.READY))
                .filteredOn(shape -> layout.rowAt(shape.middle()) == 1)
                .extracting(Shape::x, Shape::right)
                .containsExactly(tuple(layout.scale().edge(0), layout.scale().edge(301_000_000)));
        double busy = surface.fills(Theme.LIGHT.busy()).stream().mapToDouble(Shape::width).sum();
        assertThat(busy).isGreaterThan(layout.xOf(500_000_000) - layout.xOf(1_000_000) - 2);
        assertThat(surface.texts()).filteredOn("lab:/delay/300"::equals).hasSize(2);
        assertThat(surface.texts()).contains("loop-1", "busy 100 %");
    }

    @Test
    void occupiedThreadDistinguishesWaitingFromWorking() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        int thread = traceBuilder.addWorker("pool-1", WorkerTrack.Role.THREAD);
        traceBuilder.enter(0, Phase.WAIT, 0).enter(0, Phase.RECEIVE, 100).answered(0, 200, 200);
        ChartLayout layout = paint(traceBuilder.busy(thread, 0, 0, 200).finished());
        Shape occupied = surface.fills(Theme.LIGHT.occupied()).getFirst();
        Shape working = surface.fills(Theme.LIGHT.busy()).getFirst();
        assertThat(occupied.x()).isEqualTo(layout.plotLeft());
        assertThat(working.x()).isEqualTo(layout.scale().edge(100_000_000));
        assertThat(working.height()).isLessThan(occupied.height() / 2);
    }

    @Test
    void hundredThousandPhasesYieldAtMostOneBarPerPixel() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        for (int i = 0; i < 100_000; i++) {
            traceBuilder.enter(0, i % 2 == 0 ? Phase.WAIT : Phase.RECEIVE, i * 0.01);
        }
        ChartLayout layout = paint(traceBuilder.answered(0, 200, 1_000).finished());
        int bars = bars(layout, Phase.WAIT).size() + bars(layout, Phase.RECEIVE).size();
        assertThat(bars).isBetween(100, (int) TARGET.width());
    }

    @Test
    void hundredThousandSlicesYieldAtMostOneRectanglePerPixel() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        for (int i = 0; i < 100_000; i++) {
            traceBuilder.busy(loop, 0, i * 0.01, i * 0.01 + 0.001);
        }
        paint(traceBuilder.answered(0, 200, 1_000).finished());
        assertThat(surface.fills(Theme.LIGHT.busy())).hasSizeBetween(100, (int) TARGET.width());
    }

    @Test
    void loopThatDoesALittleAllTheTimeIsLowerThanABlockedOne() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        for (int i = 0; i < 20_000; i++) {
            traceBuilder.busy(loop, 0, i * 0.05, i * 0.05 + 0.01);
        }
        traceBuilder.busy(loop, 0, 1_000, 1_100);
        paint(traceBuilder.answered(0, 200, 1_100).finished());
        List<Shape> slices = surface.fills(Theme.LIGHT.busy());
        assertThat(slices.getFirst().height()).isLessThan(slices.getLast().height() / 2);
    }

    @Test
    void isolatedBarOfAMicrosecondIsTwoPixelsWide() {
        ChartLayout layout =
                paint(
                        TraceBuilder.of("a", "b")
                                .enter(0, Phase.WAIT, 5_000)
                                .answered(0, 200, 5_000.001)
                                .enter(1, Phase.WAIT, 1)
                                .answered(1, 200, 10_000)
                                .finished());
        assertThat(bars(layout, Phase.WAIT).getFirst().width()).isEqualTo(2);
    }

    @Test
    void onlyVisibleRowsArePainted() {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(10_000, "lab:/delay/1"));
        for (int task = 0; task < 10_000; task++) {
            traceBuilder.fetch(task, task, task + 1, task + 2, task + 3);
        }
        ChartLayout layout = paint(traceBuilder.finished());
        assertThat(surface.texts()).filteredOn("lab:/delay/1"::equals).hasSizeLessThan(40);
        assertThat(layout.maxScroll()).isGreaterThan(190_000);
    }

    @Test
    void hitTestFindsEveryBarWhereItIsPainted() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c");
        traceBuilder.fetch(0, 10, 110, 200, 300).fetch(1, 20, 60, 250, 400).fetch(2, 0, 5, 6, 7);
        Trace trace = traceBuilder.finished();
        ChartLayout layout = paint(trace);
        for (Phase phase : List.of(Phase.DNS, Phase.WAIT, Phase.RECEIVE)) {
            for (Shape bar : bars(layout, phase)) {
                HitResult.Row hit =
                        (HitResult.Row) layout.hit(bar.x() + bar.width() / 2, bar.middle());
                assertThat(trace.task(hit.task()).phase(hit.segment())).isEqualTo(phase);
            }
        }
    }

    @Test
    void hitTestFindsRowsBesideBarsAndSlicesOfLanes() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").fetch(0, 1, 2, 3, 400).fetch(1, 1, 2, 3, 400);
        int thread = traceBuilder.addWorker("pool-1", WorkerTrack.Role.THREAD);
        ChartLayout layout = paint(traceBuilder.busy(thread, 1, 100, 200).finished());
        assertThat(layout.hit(20, layout.rowTop(1) + 3)).isEqualTo(new HitResult.Row(1, -1));
        assertThat(layout.hit(20, layout.rowTop(2) + 3)).isEqualTo(new HitResult.Nothing());
        double lane = layout.lanes().laneTop(0) + 10;
        assertThat(layout.hit(layout.xOf(150_000_000), lane)).isEqualTo(new HitResult.Lane(0, 0));
        assertThat(layout.hit(layout.xOf(250_000_000), lane)).isEqualTo(new HitResult.Lane(0, -1));
    }

    private DrawnText word(String text) {
        return surface.word(text);
    }

    private double middle(ChartLayout layout, int row) {
        return layout.rowTop(row) + layout.rowHeight() / 2;
    }

    @Test
    void everyRowHasTheNameStatusAndOutcomeOfItsTask() {
        TraceBuilder traceBuilder = TraceBuilder.of("first", "second", "third", "fourth");
        traceBuilder.enter(0, Phase.WAIT, 0).answered(0, 200, 100);
        traceBuilder.enter(1, Phase.WAIT, 0).answered(1, 404, 200);
        traceBuilder.enter(2, Phase.WAIT, 0).failed(2, FailureKind.RESET, 150);
        traceBuilder.enter(3, Phase.WAIT, 0).end(3, new Outcome.Cancelled(), 50);
        ChartLayout layout = paint(traceBuilder.finished());
        assertThat(surface.textsBeside(middle(layout, 0)))
                .containsExactly("first", "200", "100 ms");
        assertThat(surface.textsBeside(middle(layout, 1)))
                .containsExactly("second", "404", "200 ms");
        assertThat(surface.textsBeside(middle(layout, 2)))
                .containsExactly("third", "failed", "reset", "150 ms");
        assertThat(surface.textsBeside(middle(layout, 3))).containsExactly("fourth", "cancelled");
        assertThat(word("cancelled").argb()).isEqualTo(Theme.LIGHT.quietText());
        assertThat(word("200").argb()).isEqualTo(Theme.LIGHT.quietText());
        assertThat(word("404").argb()).isEqualTo(Theme.LIGHT.warning());
        assertThat(word("failed").argb()).isEqualTo(Theme.LIGHT.failure());
        assertThat(word("cancelled").left())
                .isBetween(layout.xOf(50_000_000), layout.xOf(60_000_000));
    }

    @Test
    void barsOfATaskAreInItsRowAtTheirInstants() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("first", "second").enter(0, Phase.WAIT, 40).answered(0, 200, 100);
        ChartLayout layout =
                paint(traceBuilder.enter(1, Phase.WAIT, 60).answered(1, 200, 300).finished());
        assertThat(bars(layout, Phase.WAIT))
                .extracting(bar -> layout.rowAt(bar.middle()), Shape::x, Shape::right)
                .containsExactly(
                        tuple(0, layout.scale().edge(40_000_000), layout.scale().edge(100_000_000)),
                        tuple(
                                1,
                                layout.scale().edge(60_000_000),
                                layout.scale().edge(300_000_000)));
    }

    @Test
    void axisLabelsAreAtTheirInstants() {
        ChartLayout layout = paint(TraceBuilder.of("a").fetch(0, 1, 2, 390, 400).finished());
        for (long millis : new long[] {50, 150, 250}) {
            DrawnText tick = word(millis + " ms");
            assertThat((tick.left() + tick.right()) / 2)
                    .isCloseTo(layout.xOf(millis * 1_000_000), within(0.01));
            assertThat(surface.fills(Theme.LIGHT.grid()))
                    .anyMatch(it -> it.x() == layout.scale().edge(millis * 1_000_000));
        }
    }

    @Test
    void legendShowsEachPhaseWithItsName() {
        ChartLayout layout = paint(TraceBuilder.of("a").fetch(0, 10, 110, 200, 300).finished());
        for (Phase phase : List.of(Phase.DNS, Phase.CONNECT, Phase.SEND, Phase.WAIT)) {
            DrawnText name = word(phase.words());
            assertThat(surface.fills(Theme.LIGHT.of(phase)))
                    .filteredOn(shape -> layout.legend().contains(shape.middle()))
                    .singleElement()
                    .satisfies(
                            it -> assertThat(it.right()).isCloseTo(name.left() - 6, within(0.01)));
        }
    }

    /** Three in flight at first, then one: checks the levels of the curve, its peak and mean. */
    @Test
    void curveShowsTheNumberOfTasksInFlight() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c");
        traceBuilder.enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0).enter(2, Phase.WAIT, 0);
        traceBuilder.answered(1, 200, 100).answered(2, 200, 100).answered(0, 200, 400);
        ChartLayout layout = paint(traceBuilder.finished());
        Path curve = surface.polylines().getFirst();
        double bottom = curve.points().getFirst().y();
        assertThat(yAt(curve, layout.xOf(50_000_000)))
                .as("the peak fills the strip")
                .isLessThan(layout.curve().top() + 15);
        double top = yAt(curve, layout.xOf(50_000_000));
        double later = yAt(curve, layout.xOf(300_000_000));
        assertThat(bottom - top).isCloseTo(3 * (bottom - later), within(2.0));
        assertThat(bottom).isGreaterThan(later + 5);
        assertThat(surface.texts()).contains("peak 3 \u00b7 mean 1.5");
        assertThat(curve.argb()).isEqualTo(Theme.LIGHT.accent());
        assertThat(surface.areas(Theme.LIGHT.accentArea())).hasSize(1);
    }

    private static double yAt(Path steps, double x) {
        return steps.points().stream()
                .filter(point -> point.x() <= x)
                .reduce((before, last) -> last)
                .orElseThrow()
                .y();
    }

    @Test
    void laneShowsNameBusyShareAndTasksOfItsWorker() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/a", "lab:/b").enter(0, Phase.WAIT, 0);
        int one = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        int two = traceBuilder.addWorker("thread-2", WorkerTrack.Role.THREAD);
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.busy(one, 0, 0, 100).busy(two, 1, 200, 400).busy(loop, 0, 0, 40);
        ChartLayout layout =
                paint(traceBuilder.answered(0, 200, 400).answered(1, 200, 400).finished());
        assertThat(textsOfLane(layout, 0)).containsExactly("thread-1", "25 %", "lab:/a");
        assertThat(textsOfLane(layout, 1)).containsExactly("thread-2", "50 %", "lab:/b");
        assertThat(textsOfLane(layout, 2)).startsWith("loop-1", "busy 10 %");
        assertThat(surface.fills(Theme.LIGHT.occupied()))
                .extracting(shape -> layout.lanes().laneAt(shape.middle()), Shape::x, Shape::right)
                .containsExactly(
                        tuple(0, layout.scale().edge(0), layout.scale().edge(100_000_000)),
                        tuple(
                                1,
                                layout.scale().edge(200_000_000),
                                layout.scale().edge(400_000_000)));
    }

    private List<String> textsOfLane(ChartLayout layout, int lane) {
        return surface.textsBeside(layout.lanes().laneTop(lane) + layout.lanes().laneHeight() / 2);
    }

    @Test
    void loopIsSolidWhileBusyAndEmptyWhileIdle() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.busy(loop, 0, 100, 200);
        ChartLayout layout = paint(traceBuilder.answered(0, 200, 400).finished());
        assertThat(surface.shapes(ShapeKind.HATCH)).isEmpty();
        assertThat(surface.fills(Theme.LIGHT.idle()))
                .singleElement()
                .satisfies(it -> assertThat(it.height()).isEqualTo(1))
                .satisfies(it -> assertThat(it.x()).isEqualTo(layout.scale().edge(0)))
                .satisfies(
                        it -> assertThat(it.right()).isEqualTo(layout.scale().edge(400_000_000)));
        assertThat(surface.fills(Theme.LIGHT.busy()))
                .singleElement()
                .satisfies(it -> assertThat(it.x()).isEqualTo(layout.scale().edge(100_000_000)))
                .satisfies(
                        it -> assertThat(it.right()).isEqualTo(layout.scale().edge(200_000_000)));
    }

    @Test
    void selectedRowHasABackground() {
        ChartFrame frame =
                ChartFrame.of(
                        TraceBuilder.of("a", "b")
                                .fetch(0, 1, 2, 3, 40)
                                .answered(1, 200, 40)
                                .finished());
        painter.paint(surface, frame, TARGET);
        assertThat(surface.fills(Theme.LIGHT.selected())).isEmpty();
        ChartLayout layout = painter.paint(surface, frame.selecting(1), TARGET);
        assertThat(surface.fills(Theme.LIGHT.selected()).getFirst())
                .satisfies(it -> assertThat(it.y()).isEqualTo(layout.rowTop(1)))
                .satisfies(it -> assertThat(it.height()).isEqualTo(layout.rowHeight()));
    }

    @Test
    void playheadIsAtTheShownInstant() {
        ChartLayout layout = paintAt(TraceBuilder.of("a").fetch(0, 1, 2, 300, 400).finished(), 200);
        assertThat(surface.fills(Theme.LIGHT.accent()))
                .hasSize(2)
                .extracting(Shape::x)
                .containsOnly(layout.scale().edge(200_000_000));
    }

    @Test
    void outcomeIsNotShownBeforeItsTime() {
        Trace trace =
                TraceBuilder.of("a", "b")
                        .enter(0, Phase.WAIT, 1)
                        .failed(0, FailureKind.TIMED_OUT, 300)
                        .fetch(1, 1, 2, 90, 400)
                        .finished();
        ChartLayout layout = paintAt(trace, 200);
        assertThat(surface.texts()).doesNotContain("timed out", "failed", "200");
        assertThat(bars(layout, Phase.WAIT).getFirst().right())
                .isEqualTo(layout.scale().edge(200_000_000));
        assertThat(surface.fills(Theme.LIGHT.accent())).as("playhead").isNotEmpty();
    }

    @Test
    void failureShowsItsReasonAndAnErrorStatusIsAWarning() {
        paint(
                TraceBuilder.of("a", "b", "c")
                        .enter(0, Phase.WAIT, 1)
                        .failed(0, FailureKind.RESET, 180)
                        .enter(1, Phase.WAIT, 1)
                        .answered(1, 503, 128)
                        .enter(2, Phase.WAIT, 1)
                        .end(2, new Outcome.Cancelled(), 50)
                        .finished());
        assertThat(surface.words())
                .anyMatch(w -> w.text().equals("reset") && w.argb() == Theme.LIGHT.failure())
                .anyMatch(w -> w.text().equals("503") && w.argb() == Theme.LIGHT.warning())
                .anyMatch(w -> w.text().equals("128 ms"))
                .anyMatch(w -> w.text().equals("cancelled"));
    }

    @Test
    void redirectIsMarkedWithItsStatus() {
        Exchange first = Exchange.begin(0, 0, "a").replied("HTTP/1.1", 302, Double.NaN, Double.NaN);
        Trace trace =
                TraceBuilder.of("a")
                        .fetch(0, 1, 2, 190, 400)
                        .note(0, first)
                        .note(0, Exchange.begin(1, 200_000_000, "b"))
                        .finished();
        ChartLayout layout = paint(trace);
        assertThat(surface.texts()).contains("302");
        assertThat(surface.fills(Theme.LIGHT.text()))
                .anyMatch(shape -> shape.x() == layout.scale().edge(200_000_000) - 1);
    }

    @Test
    void referenceLinesAreAtTheLongestTaskAndAtTheSum() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").enter(0, Phase.WAIT, 0).answered(0, 200, 300);
        ChartLayout layout =
                paint(traceBuilder.enter(1, Phase.WAIT, 300).answered(1, 200, 500).finished());
        assertThat(surface.shapes(ShapeKind.DASHED))
                .extracting(Shape::x)
                .containsExactly(
                        layout.scale().edge(300_000_000) + 0.5,
                        layout.scale().edge(500_000_000) + 0.5);
        assertThat(surface.texts())
                .contains(
                        "longest task, alone: the list cannot be done sooner",
                        "sequential, derived: \u2248 500 ms");
    }

    @Test
    void referenceLineBeyondTheEdgeHasAnArrow() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c");
        for (int task = 0; task < 3; task++) {
            traceBuilder.enter(task, Phase.WAIT, 0).answered(task, 200, 300);
        }
        paint(traceBuilder.finished());
        assertThat(surface.texts()).anyMatch(text -> text.endsWith("\u2192"));
    }

    @Test
    void legendNamesOnlyThePhasesThatOccur() {
        paint(TraceBuilder.of("a").enter(0, Phase.WAIT, 10).answered(0, 200, 300).finished());
        assertThat(surface.texts()).contains("queued", "wait").doesNotContain("DNS", "receive");
    }

    @Test
    void curveIsLabelledAndHasFewPointsPerPixel() {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(20_000, "a"));
        for (int task = 0; task < 20_000; task++) {
            traceBuilder
                    .enter(task, Phase.WAIT, task * 0.05)
                    .answered(task, 200, task * 0.05 + 2.02);
        }
        paint(traceBuilder.finished());
        assertThat(surface.mostPoints()).isBetween(500, 4 * (int) TARGET.width());
        assertThat(surface.texts()).anyMatch(text -> text.matches("peak \\d+ · mean \\d+\\.\\d"));
    }

    @Test
    void longLabelsAreElidedInTheMiddle() {
        String label = "https://a-very-long-host-name.example.org/with/a/path?and=a&query=too";
        ChartLayout layout = paint(TraceBuilder.of(label).fetch(0, 1, 20, 30, 40).finished());
        DrawnText name =
                surface.words().stream().filter(w -> w.text().contains("\u2026")).findFirst().get();
        assertThat(name.text()).startsWith("a-very").endsWith("too");
        assertThat(name.right()).isLessThanOrEqualTo(layout.statusRight() - 40);
    }

    @Test
    void noTwoTextsOfALineOverlap() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c").fetch(0, 10, 110, 200, 300);
        traceBuilder.enter(1, Phase.WAIT, 5).failed(1, FailureKind.TOO_MANY_FILES, 290);
        traceBuilder.fetch(2, 10, 20, 30, 200);
        paint(traceBuilder.finished());
        List<DrawnText> sorted =
                surface.words().stream()
                        .sorted(
                                Comparator.comparingDouble(DrawnText::baseline)
                                        .thenComparingDouble(DrawnText::left))
                        .toList();
        for (int i = 1; i < sorted.size(); i++) {
            DrawnText before = sorted.get(i - 1);
            DrawnText after = sorted.get(i);
            boolean sameLine = before.baseline() == after.baseline();
            assertThat(!sameLine || before.right() <= after.left())
                    .as("%s %s", before, after)
                    .isTrue();
        }
        assertThat(sorted).allMatch(w -> w.left() >= 0 && w.right() <= TARGET.width());
    }

    @Test
    void workersWithoutALaneAreCounted() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").fetch(0, 1, 2, 3, 40);
        for (int i = 0; i < 200; i++) {
            traceBuilder.addWorker("pool-" + i, WorkerTrack.Role.THREAD);
        }
        ChartLayout layout = paint(traceBuilder.finished());
        int shown = layout.lanes().shown();
        assertThat(shown).isBetween(5, 16);
        assertThat(surface.texts()).contains("and " + (200 - shown) + " more workers");
    }

    @Test
    void omittedRowsAreCountedAndShownOnesSampledEvenly() {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(1_000, "a"));
        for (int task = 0; task < 1_000; task++) {
            traceBuilder.fetch(task, task, task + 1, task + 2, task + 3);
        }
        ChartFrame frame = ChartFrame.of(traceBuilder.finished()).withMaxRows(10);
        ChartLayout layout = painter.paint(surface, frame, TARGET);
        assertThat(surface.texts()).contains("and 990 more tasks, left out evenly");
        assertThat(layout.hit(1, layout.rowTop(9) + 1)).isEqualTo(new HitResult.Row(900, -1));
    }

    @Test
    void everyClipIsRemoved() {
        paint(TraceBuilder.of("a").fetch(0, 1, 20, 30, 40).finished());
        assertThat(surface.openClips()).isZero();
    }

    @Test
    void runWithoutTasksSaysSo() {
        paint(new TraceBuilder(List.of()).finished());
        assertThat(surface.texts()).contains("There are no tasks in this run.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 40, 130, 200, 300, 4_000})
    void anySizeCanBePainted(double size) {
        Trace trace =
                TraceBuilder.of("a", "b").fetch(0, 1, 20, 30, 40).fetch(1, 1, 2, 3, 4).finished();
        PaintTarget target = new PaintTarget(size, size, 0.5, Theme.DARK);
        assertThatCode(() -> painter.paint(surface, ChartFrame.of(trace), target))
                .doesNotThrowAnyException();
    }

    @Test
    void taskThatEndedBeforeTheRangeHasNoBar() {
        Trace trace =
                TraceBuilder.of("a", "b").fetch(0, 1, 2, 3, 40).fetch(1, 1, 2, 3, 400).finished();
        ChartFrame all = ChartFrame.of(trace);
        TimeRange late = new TimeRange(100_000_000, 300_000_000);
        ChartFrame zoomed =
                new ChartFrame(
                        trace,
                        all.metrics(),
                        all.horizonNanos(),
                        late,
                        0,
                        -1,
                        100,
                        RowGrouping.TASKS);
        ChartLayout layout = painter.paint(surface, zoomed, TARGET);
        assertThat(bars(layout, Phase.RECEIVE)).hasSize(1);
        assertThat(bars(layout, Phase.RECEIVE).getFirst().width())
                .isEqualTo(layout.plotRight() - layout.plotLeft());
    }

    @Test
    void liveTaskReachesToTheHorizon() {
        Trace trace = TraceBuilder.of("a").enter(0, Phase.WAIT, 0).live();
        ChartLayout layout = paintAt(trace, 250);
        assertThat(bars(layout, Phase.WAIT).getFirst().right())
                .isEqualTo(layout.scale().edge(250_000_000));
        assertThat(surface.shapes(ShapeKind.DASHED)).as("no marks while the run goes on").isEmpty();
    }

    @Test
    void guessHasALineWithItsErrorAfterTheRun() {
        Trace trace = TraceBuilder.of("a").fetch(0, 1, 2, 3, 400).finished();
        ChartFrame frame = ChartFrame.of(trace).guessing(GuessMarks.of(1_200_000_000));
        ChartLayout layout = painter.paint(surface, frame, TARGET);
        assertThat(surface.texts()).contains("guess 1.2 s: 3.0 \u00d7 too long");
        assertThat(surface.shapes(ShapeKind.DASHED))
                .filteredOn(line -> line.argb() == Theme.LIGHT.guess())
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.x())
                                        .isEqualTo(layout.scale().edge(1_200_000_000) + 0.5));
    }

    @Test
    void guessForTheNextRunHasItsOwnLineWithoutError() {
        Trace trace = TraceBuilder.of("a").fetch(0, 1, 2, 3, 400).finished();
        GuessMarks guessMarks = new GuessMarks(1_200_000_000, 300_000_000);
        painter.paint(surface, ChartFrame.of(trace).guessing(guessMarks), TARGET);
        assertThat(surface.texts())
                .contains("guess 1.2 s: 3.0 \u00d7 too long", "guess 300 ms for the next run");
        assertThat(surface.shapes(ShapeKind.DASHED))
                .anyMatch(it -> it.argb() == Theme.LIGHT.guess());
        assertThat(surface.shapes(ShapeKind.DOTTED))
                .anyMatch(it -> it.argb() == Theme.LIGHT.guess());
    }

    @Test
    void guessHasNoErrorDuringTheRun() {
        Trace trace = TraceBuilder.of("a").enter(0, Phase.WAIT, 0).live();
        painter.paint(surface, ChartFrame.of(trace).guessing(GuessMarks.of(1_200_000_000)), TARGET);
        assertThat(surface.texts()).contains("guess 1.2 s");
    }

    @Test
    void emptyChartHasAnAxisToGuessOn() {
        ChartLayout layout =
                painter.paintEmpty(surface, ChartFrame.blank(-1, null), TARGET, "Press Run.");
        assertThat(layout.shownWindow().endNanos()).isEqualTo(10_000_000_000L);
        assertThat(surface.texts()).contains("Press Run.", "0 s", "8 s");
    }

    @Test
    void closeRedirectsShareOneLabelBesideTheLastMark() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        double[] begins = {0, 100, 101, 102, 250};
        for (int number = 0; number < begins.length; number++) {
            long at = Math.round(begins[number] * 1e6);
            Exchange exchange =
                    Exchange.begin(number, at, "a")
                            .replied("HTTP/1.1", 302, Double.NaN, Double.NaN);
            traceBuilder.note(0, exchange);
        }
        ChartLayout layout = paint(traceBuilder.answered(0, 200, 400).finished());

        List<DrawnText> statuses =
                surface.words().stream()
                        .filter(drawnText -> drawnText.text().contains("302"))
                        .toList();
        assertThat(statuses).extracting(DrawnText::text).containsExactly("3 \u00d7 302", "302");
        assertThat(statuses.getFirst().left()).isGreaterThan(layout.xOf(102_000_000));
        assertThat(statuses.getFirst().right()).isLessThan(layout.xOf(250_000_000));
    }
}
