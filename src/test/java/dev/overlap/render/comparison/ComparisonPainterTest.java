package dev.overlap.render.comparison;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failing;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.going;
import static dev.overlap.testkit.ComparisonBuilder.live;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;
import static dev.overlap.testkit.ComparisonBuilder.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.DrawnText;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.comparison.ConclusionText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class ComparisonPainterTest {

    private static final long MILLI = 1_000_000;
    private static final PaintTarget TARGET = new PaintTarget(1_200, 700, 1, Theme.LIGHT);

    private RecordingSurface surface = new RecordingSurface();
    private final ComparisonPainter painter = new ComparisonPainter(RecordingSurface.METRICS);

    private ComparisonLayout paint(Comparison comparison) {
        return paint(ComparisonFrame.of(comparison));
    }

    private ComparisonLayout paint(ComparisonFrame shown) {
        ComparisonLayout layout = painter.paint(surface, shown, TARGET);
        assertThat(surface.openClips()).isZero();
        return layout;
    }

    private DrawnText word(String text) {
        return surface.words().stream()
                .filter(drawnText -> drawnText.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + surface.texts()));
    }

    private static Comparison two() {
        return finished(
                1,
                entry("sequential", "Sequential", oneByOne(2, 100)),
                entry("event-loop", "Event loop", atOnce(2, 100)));
    }

    @Test
    void panelsShareTheHeightUpToAMaximum() {
        Comparison eight =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(8, 100)),
                        entry("event-loop", "Event loop", atOnce(8, 100)));
        ComparisonFrame shown = ComparisonFrame.of(eight);
        double high = painter.layout(shown, TARGET).partOf(0).height();
        PaintTarget lower = new PaintTarget(1_200, 400, 1, Theme.LIGHT);
        PaintTarget endless = new PaintTarget(1_200, 5_000, 1, Theme.LIGHT);
        assertThat(painter.layout(shown, lower).partOf(0).height()).isLessThan(high);
        assertThat(painter.layout(shown, endless).partOf(0).height()).isBetween(high, 300.0);
    }

    @Test
    void speedUpIsMeasuredAgainstTheSequentialRun() {
        paint(two());
        assertThat(surface.texts())
                .contains(
                        "1.0 \u00d7",
                        "2.0 \u00d7",
                        "longest task, alone: 100 ms",
                        "sequential, measured: 200 ms")
                .doesNotContain("derived");
    }

    @Test
    void aLockThatAllTasksNeedIsTheLowerBound() {
        TraceBuilder builder = TraceBuilder.of("a", "a");
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 100).hold(lock, 1, 0, 100, 200);
        builder.enter(0, Phase.PAUSE, 0).end(0, new Outcome.Done(), 100);
        builder.enter(1, Phase.BLOCKED, 0).enter(1, Phase.PAUSE, 100);
        Trace trace = builder.end(1, new Outcome.Done(), 200).finished();
        paint(finished(1, entry("threads", "Threads", trace)));
        assertThat(surface.texts())
                .contains(
                        "steps inside lock account, alone: 200 ms",
                        "sequential, derived: \u2248 200 ms",
                        "\u2248 1.0 \u00d7");
    }

    @Test
    void withoutASequentialRunTheSpeedUpIsDerived() {
        paint(finished(1, entry("event-loop", "Event loop", atOnce(2, 100))));
        assertThat(surface.texts())
                .contains("\u2248 2.0 \u00d7", "derived")
                .noneMatch(text -> text.contains("measured"));
    }

    @Test
    void noSpeedUpIsDerivedWhileASequentialRunIsPending() {
        paint(
                going(
                        1,
                        entry("event-loop", "Event loop", atOnce(2, 100)),
                        waiting("sequential", "Sequential")));
        assertThat(surface.texts())
                .contains("waits for its turn")
                .noneMatch(text -> text.endsWith("\u00d7"));
    }

    /** The bars of a phase in a panel, from left to right. */
    private List<Shape> bars(ComparisonLayout layout, int part, Phase phase) {
        return surface.fills(Theme.LIGHT.of(phase)).stream()
                .filter(shape -> layout.partOf(part).contains(shape.middle()))
                .sorted(Comparator.comparingDouble(Shape::x))
                .toList();
    }

    private List<Double> walls(ComparisonLayout layout, int part) {
        return surface.fills(Theme.LIGHT.text()).stream()
                .filter(shape -> layout.partOf(part).contains(shape.middle()))
                .map(Shape::x)
                .toList();
    }

    /** Every panel uses the same time axis. */
    @Test
    void allPanelsShareOneTimeAxis() {
        ComparisonLayout layout = paint(two());
        TimeScale axis = layout.scale();
        assertThat(bars(layout, 0, Phase.WAIT))
                .extracting(Shape::x, Shape::right)
                .containsExactly(
                        tuple(axis.edge(0), axis.edge(100 * MILLI)),
                        tuple(axis.edge(100 * MILLI), axis.edge(200 * MILLI)));
        assertThat(bars(layout, 1, Phase.WAIT))
                .hasSize(2)
                .extracting(Shape::x, Shape::right)
                .containsOnly(tuple(axis.edge(0), axis.edge(100 * MILLI)));
        assertThat(walls(layout, 0)).containsExactly(axis.edge(200 * MILLI));
        assertThat(walls(layout, 1)).containsExactly(axis.edge(100 * MILLI));
    }

    @Test
    void axisLabelsAreAtTheirInstants() {
        ComparisonLayout layout = paint(two());
        for (long millis : new long[] {50, 100, 150}) {
            DrawnText tick = word(millis + " ms", layout.axis());
            double middle = (tick.left() + tick.right()) / 2;
            assertThat(middle).isCloseTo(layout.xOf(millis * MILLI), within(0.01));
            assertThat(surface.fills(Theme.LIGHT.grid()))
                    .as("the line below %s ms", millis)
                    .anyMatch(it -> it.x() == layout.scale().edge(millis * MILLI));
        }
    }

    /** The text within a vertical span. */
    private DrawnText word(String text, VerticalSpan verticalSpan) {
        return surface.words().stream()
                .filter(
                        drawnText ->
                                drawnText.text().equals(text)
                                        && verticalSpan.contains(drawnText.baseline()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + surface.texts()));
    }

    private List<String> textsOf(ComparisonLayout layout, int part) {
        return surface.words().stream()
                .filter(drawnText -> layout.partOf(part).contains(drawnText.baseline()))
                .map(DrawnText::text)
                .toList();
    }

    @Test
    void labelsAndMetricsAreBesideTheirPanel() {
        ComparisonLayout layout =
                paint(
                        finished(
                                1,
                                entry("sequential", "Sequential", oneByOne(3, 100)),
                                entry("event-loop", "Event loop", atOnce(3, 100)),
                                entry("threads", "Threads", failing(3, 50))));
        assertThat(textsOf(layout, 0))
                .containsExactlyInAnyOrder(
                        "Sequential",
                        "1 thread",
                        "300 ms",
                        "1.0 \u00d7",
                        "1",
                        "1",
                        "0.02 s",
                        "\u2013");
        assertThat(textsOf(layout, 1))
                .containsExactlyInAnyOrder(
                        "Event loop",
                        "1 loop",
                        "loop busy 1 %",
                        "100 ms",
                        "3.0 \u00d7",
                        "1",
                        "3",
                        "0.02 s",
                        "\u2013");
        assertThat(textsOf(layout, 2))
                .contains("Threads", "50 ms", "3", "of 3", "0.02 s")
                .doesNotContain("100 ms", "300 ms");
    }

    @Test
    void everyNumberIsAlignedWithItsColumnHeading() {
        ComparisonLayout layout = paint(two());
        Map<String, String> numbers =
                Map.of("wall", "200 ms", "speed-up", "1.0 \u00d7", "CPU", "0.02 s");
        numbers.forEach(
                (heading, number) ->
                        assertThat(word(number, layout.partOf(0)).right())
                                .as(heading)
                                .isCloseTo(word(heading, layout.axis()).right(), within(0.01)));
    }

    @Test
    void cancelledTasksAreCountedSeparatelyFromFailedOnes() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c", "d");
        IntStream.range(0, 4).forEach(task -> traceBuilder.enter(task, Phase.WAIT, 0));
        traceBuilder.failed(0, FailureKind.RESET, 50).answered(1, 200, 60);
        traceBuilder.end(2, new Outcome.Cancelled(), 50).end(3, new Outcome.Cancelled(), 50);
        ComparisonLayout layout =
                paint(finished(1, entry("threads", "Threads", traceBuilder.finished())));
        DrawnText failed = word("1", layout.partOf(0));
        assertThat(failed.right()).isCloseTo(word("failed", layout.axis()).right(), within(0.01));
        assertThat(failed.argb()).isEqualTo(Theme.LIGHT.failure());
        assertThat(textsOf(layout, 0)).contains("of 4, 2 cancelled");
    }

    @Test
    void laneOfAnEventLoopIsBelowItsRowsAndShowsBusyTime() {
        ComparisonLayout layout = paint(two());
        assertThat(surface.fills(Theme.LIGHT.idle()))
                .singleElement()
                .satisfies(
                        track -> {
                            assertThat(layout.partOf(1).contains(track.middle())).isTrue();
                            assertThat(track.right()).isEqualTo(layout.scale().edge(100 * MILLI));
                        });
        assertThat(surface.fills(Theme.LIGHT.oneByOne()))
                .singleElement()
                .satisfies(
                        slice -> {
                            assertThat(layout.partOf(1).contains(slice.middle())).isTrue();
                            assertThat(slice.x()).isEqualTo(layout.scale().edge(99 * MILLI));
                        });
    }

    @Test
    void startUpLaneEndsWithTheLastProcess() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        for (int number = 0; number < 2; number++) {
            int process = traceBuilder.addWorker("process-" + number, WorkerTrack.Role.PROCESS);
            traceBuilder.startUp(process, 0, 100 + 50 * number).carriedBy(number, process);
            traceBuilder.enter(number, Phase.COMPUTE, 150).end(number, new Outcome.Computed(), 300);
        }
        ComparisonLayout layout =
                paint(finished(1, entry("process-pool", "Process pool", traceBuilder.finished())));
        assertThat(surface.shapes(ShapeKind.OUTLINE))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.warning())
                .singleElement()
                .satisfies(it -> assertThat(it.x()).isEqualTo(layout.scale().edge(0)))
                .satisfies(
                        it -> assertThat(it.right()).isEqualTo(layout.scale().edge(150 * MILLI)));
        assertThat(textsOf(layout, 0)).contains("2 processes", "start-up 150 ms");
    }

    @Test
    void runWithoutItsStartUpBeginsAfterIt() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        int process = traceBuilder.addWorker("process-0", WorkerTrack.Role.PROCESS);
        traceBuilder.startUp(process, 0, 150).carriedBy(0, process);
        traceBuilder.enter(0, Phase.COMPUTE, 150).end(0, new Outcome.Computed(), 450);
        Comparison whole =
                finished(1, entry("process-pool", "Process pool", traceBuilder.finished()));
        ComparisonLayout layout = paint(whole.withoutStartUp());
        Shape bar = bars(layout, 0, Phase.COMPUTE).getFirst();
        assertThat(bar.x()).isEqualTo(layout.scale().edge(0));
        assertThat(bar.right()).isEqualTo(layout.scale().edge(300 * MILLI));
        assertThat(surface.fills(Theme.LIGHT.idle())).isEmpty();
        assertThat(textsOf(layout, 0)).contains("300 ms", "\u2212 150 ms start-up");
        assertThat(ConclusionText.of(whole.withoutStartUp()))
                .contains("All times are without the start-up of processes");
        assertThat(ConclusionText.of(whole)).doesNotContain("start-up");
    }

    @Test
    void nothingIsDrawnBesideAZoomedPlot() {
        ComparisonFrame all = ComparisonFrame.of(two());
        for (TimeRange range :
                List.of(
                        new TimeRange(10 * MILLI, 50 * MILLI),
                        new TimeRange(120 * MILLI, 190 * MILLI))) {
            TimeRange whole = paint(all).shownWindow();
            surface = new RecordingSurface();
            ComparisonLayout layout = paint(all.within(range));
            assertThat(layout.shownWindow()).isEqualTo(range);
            assertThat(layout.wholeWindow()).isEqualTo(whole);
            for (int ink :
                    new int[] {
                        Theme.LIGHT.spread(), Theme.LIGHT.occupied(), Theme.LIGHT.oneByOne()
                    }) {
                assertThat(surface.fills(ink))
                        .allMatch(
                                it ->
                                        it.x() >= layout.plotLeft() - 1
                                                && it.right() <= layout.plotRight() + 2);
            }
        }
    }

    /** With more tasks than rows, the tasks shown are sampled evenly up to the last one. */
    @Test
    void shownRowsAreSampledEvenly() {
        ComparisonLayout layout =
                paint(finished(1, entry("sequential", "Sequential", oneByOne(400, 10))));
        List<Shape> bars = bars(layout, 0, Phase.WAIT);
        assertThat(bars).hasSize(PanelLayout.MAX_ROWS);
        long step = 400L / PanelLayout.MAX_ROWS * 10;
        for (int row = 0; row < bars.size(); row++) {
            assertThat(bars.get(row).x()).isEqualTo(layout.scale().edge(row * step * MILLI));
        }
    }

    @Test
    void loopBusyForHalfOfTheTimeIsHighlighted() {
        for (int busy : new int[] {40, 60}) {
            TraceBuilder traceBuilder =
                    TraceBuilder.of("a").enter(0, Phase.WAIT, 0).answered(0, 200, 100);
            int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
            traceBuilder.busy(loop, 0, 0, busy);
            paint(finished(1, entry("event-loop", "Event loop", traceBuilder.finished())));
            assertThat(surface.word("loop busy " + busy + " %").argb())
                    .isEqualTo(busy > 50 ? Theme.LIGHT.warning() : Theme.LIGHT.quietText());
        }
    }

    @Test
    void handleOfAGuessIsOnItsLine() {
        Guesses guesses = new Guesses(Map.of("event-loop", 150 * MILLI));
        ComparisonLayout layout = paint(ComparisonFrame.of(two()).guessing(guesses));
        assertThat(surface.areas(Theme.LIGHT.guess()))
                .singleElement()
                .satisfies(
                        handle ->
                                assertThat(handle.points().getLast().x())
                                        .isEqualTo(layout.scale().edge(150 * MILLI) + 0.5));
    }

    @Test
    void referenceLinesMatchTheirCaptions() {
        ComparisonLayout layout = paint(two());
        List<Shape> lines = surface.shapes(ShapeKind.DASHED);
        assertThat(lines)
                .extracting(Shape::argb, Shape::x)
                .containsExactlyInAnyOrder(
                        tuple(Theme.LIGHT.lowerBound(), layout.scale().edge(100 * MILLI) + 0.5),
                        tuple(Theme.LIGHT.oneByOne(), layout.scale().edge(200 * MILLI) + 0.5));
        assertThat(word("longest task, alone: 100 ms").argb()).isEqualTo(Theme.LIGHT.lowerBound());
        assertThat(word("sequential, measured: 200 ms").argb()).isEqualTo(Theme.LIGHT.oneByOne());
    }

    @Test
    void legendShowsEachVisiblePhaseWithItsName() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").fetch(0, 100, 500, 800, 1_000);
        paint(finished(1, entry("threads", "Threads", traceBuilder.finished())));
        for (Phase phase : List.of(Phase.CONNECT, Phase.TLS, Phase.WAIT, Phase.RECEIVE)) {
            DrawnText name = word(phase.words());
            assertThat(surface.fills(Theme.LIGHT.of(phase)))
                    .as("the swatch of %s", phase.words())
                    .anyMatch(
                            it ->
                                    Math.abs(it.right() - name.left() + 6) < 0.01
                                            && it.middle() < ComparisonLayout.LEGEND);
        }
        assertThat(surface.texts()).doesNotContain("ready", "pause");
    }

    @Test
    void selectedPanelHasABackground() {
        ComparisonFrame none = ComparisonFrame.of(two());
        paint(none);
        assertThat(surface.fills(Theme.LIGHT.selected())).isEmpty();
        ComparisonLayout layout =
                paint(
                        new ComparisonFrame(
                                none.comparison(), SortOrder.WALL, Guesses.NONE, "", 0, 0, null));
        assertThat(surface.fills(Theme.LIGHT.selected()))
                .singleElement()
                .satisfies(it -> assertThat(it.y()).isEqualTo(layout.partOf(0).top()));
    }

    @Test
    void fastestIsOnTopUnlessSortedByListOrder() {
        ComparisonLayout sorted = paint(two());
        assertThat(sorted.indices()).containsExactly(1, 0);
        assertThat(paint(ComparisonFrame.of(two()).sortedBy(SortOrder.LIST)).indices())
                .containsExactly(0, 1);
    }

    @Test
    void rangeSpansShortestToLongestRunWithMedian() {
        ComparisonLayout layout =
                paint(
                        finished(
                                3,
                                entry(
                                        "threads",
                                        "Threads",
                                        atOnce(2, 140),
                                        atOnce(2, 100),
                                        atOnce(2, 110))));
        Shape spread =
                surface.fills(Theme.LIGHT.spread()).stream()
                        .filter(shape -> shape.width() > 2)
                        .findFirst()
                        .orElseThrow();
        assertThat(spread.x()).isEqualTo(layout.scale().edge(100 * MILLI));
        assertThat(spread.right()).isEqualTo(layout.scale().edge(140 * MILLI) + 2);
        assertThat(surface.fills(Theme.LIGHT.text()))
                .as("the wall of the rows and the median of the spread")
                .extracting(Shape::x)
                .containsOnly(layout.scale().edge(110 * MILLI));
        assertThat(surface.texts()).contains("110 ms", "100 to 140 ms");
    }

    @Test
    void singleRunHasNoRange() {
        paint(two());
        assertThat(surface.fills(Theme.LIGHT.spread())).isEmpty();
        assertThat(surface.texts()).noneMatch(text -> text.contains(" to "));
    }

    @Test
    void emptyColumnsAreOmitted() {
        paint(two());
        assertThat(surface.texts())
                .contains("wall", "speed-up", "threads", "in flight", "CPU", "0.02 s")
                .doesNotContain("processes", "failed");
        paint(finished(1, entry("threads", "Threads", failing(3, 50))));
        assertThat(word("failed").argb()).isEqualTo(Theme.LIGHT.quietText());
        assertThat(surface.texts()).contains("of 3");
        assertThat(surface.words())
                .filteredOn(drawnText -> drawnText.argb() == Theme.LIGHT.failure())
                .extracting(DrawnText::text)
                .containsExactly("3");
    }

    @Test
    void guessIsAtItsInstantWithItsError() {
        Guesses guesses = new Guesses(Map.of("event-loop", 300 * MILLI));
        ComparisonLayout layout = paint(ComparisonFrame.of(two()).guessing(guesses));
        assertThat(surface.texts()).contains("guess 300 ms: 3.0 \u00d7 too long");
        VerticalSpan part = layout.partOf(1);
        assertThat(surface.shapes(ShapeKind.DASHED))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.guess())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.x()).isEqualTo(layout.scale().edge(300 * MILLI) + 0.5);
                            assertThat(part.contains(line.middle())).isTrue();
                        });
    }

    @Test
    void farTooLongGuessIsIndicatedByAnArrowWithoutHidingTheRun() {
        Guesses guesses = new Guesses(Map.of("event-loop", 3_600_000 * MILLI));
        ComparisonLayout layout = paint(ComparisonFrame.of(two()).guessing(guesses));
        assertThat(layout.shownWindow().endNanos()).isLessThan(1_000 * MILLI);
        assertThat(surface.texts()).anyMatch(text -> text.endsWith("too long \u2192"));
    }

    @Test
    void guessBeforeAnyRunHasAnAxisButNoVerdict() {
        Comparison before = going(1, waiting("event-loop", "Event loop"));
        assertThat(paint(before).shownWindow().endNanos()).isEqualTo(10_000 * MILLI);
        Guesses guesses = new Guesses(Map.of("event-loop", 1_200 * MILLI));
        paint(ComparisonFrame.of(before).guessing(guesses));
        assertThat(surface.texts()).contains("guess 1.2 s", "waits for its turn");
    }

    @Test
    void runInProgressIsDrawnUpToNowOnAnAxisGrowingInSteps() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0);
        ComparisonLayout layout = paint(going(2, live("threads", "Threads", traceBuilder.live())));
        assertThat(layout.shownWindow()).isEqualTo(TimeRange.live(1));
        assertThat(surface.texts()).contains("so far", "run 1 of 2");
        assertThat(surface.fills(Theme.LIGHT.text())).as("no wall yet").isEmpty();
    }

    @Test
    void hitTestFindsPanelAndInstant() {
        ComparisonLayout layout = paint(two());
        VerticalSpan part = layout.partOf(0);
        var under = layout.hit(layout.xOf(150 * MILLI) + 0.01, part.middle());
        assertThat(under).isNotNull();
        assertThat(under.index()).isZero();
        assertThat(under.result().variant().name()).isEqualTo("Sequential");
        assertThat(under.nanos()).isBetween(149 * MILLI, 151 * MILLI);
        assertThat(layout.hit(20, part.middle()).nanos()).as("beside the plot").isEqualTo(-1);
        assertThat(layout.hit(20, 5)).as("in the legend").isNull();
        assertThat(layout.hit(600, 699)).as("under the parts").isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9,12", "10,1000", "3,10000"})
    void anyNumberOfPanelsAndTasksStaysWithinItsBounds(int parts, int tasks) {
        VariantResult[] entries =
                IntStream.range(0, parts)
                        .mapToObj(
                                i ->
                                        entry(
                                                "m" + i,
                                                "A model with a rather long name, number " + i,
                                                oneByOne(tasks, 1)))
                        .toArray(VariantResult[]::new);
        ComparisonLayout layout =
                paint(ComparisonFrame.of(finished(1, entries)).saying("So it is."));
        assertThat(layout.maxScroll()).as("all parts fit in 700 units").isZero();
        assertThat(surface.words())
                .allSatisfy(
                        drawnText -> {
                            assertThat(drawnText.left())
                                    .as(drawnText.text())
                                    .isGreaterThanOrEqualTo(0);
                            assertThat(drawnText.right())
                                    .as(drawnText.text())
                                    .isLessThanOrEqualTo(1_200);
                            assertThat(drawnText.baseline()).as(drawnText.text()).isLessThan(700);
                        });
        long bars = surface.fills(Theme.LIGHT.of(Phase.WAIT)).size();
        assertThat(bars).isLessThanOrEqualTo((PanelLayout.MAX_ROWS + 1L) * parts);
        assertThat(surface.texts()).contains("So it is.");
        boolean cut =
                surface.texts().stream()
                        .anyMatch(text -> text.matches("(.* )?[0-9]+ of [0-9,]+ shown"));
        assertThat(cut).isEqualTo(tasks > PanelLayout.MAX_ROWS);
    }

    @Test
    void panelsThatDoNotFitScrollBetweenAxisAndCaptions() {
        VariantResult[] entries =
                IntStream.range(0, 10)
                        .mapToObj(i -> entry("m" + i, "Model " + i, atOnce(3, 100 + i)))
                        .toArray(VariantResult[]::new);
        ComparisonFrame shown = ComparisonFrame.of(finished(1, entries));
        PaintTarget low = new PaintTarget(1_000, 300, 1, Theme.DARK);
        ComparisonLayout top = painter.paint(surface, shown, low);
        assertThat(top.maxScroll()).isPositive();
        var first = top.hit(100, top.view().top() + 1);
        assertThat(first.index()).isZero();
        ComparisonLayout end =
                painter.layout(
                        new ComparisonFrame(
                                shown.comparison(),
                                SortOrder.WALL,
                                Guesses.NONE,
                                "",
                                -1,
                                1e9,
                                null),
                        low);
        assertThat(end.scroll()).isEqualTo(end.maxScroll());
        assertThat(end.hit(100, end.view().bottom() - 1).index()).isEqualTo(9);
        assertThat(surface.texts()).doesNotContain("Model 9");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "90,60", "400,2000", "3000,80"})
    void anySizeCanBePainted(double width, double height) {
        Guesses guesses = new Guesses(Map.of("event-loop", 300 * MILLI));
        ComparisonFrame shown =
                ComparisonFrame.of(two()).guessing(guesses).saying("One two three four five.");
        PaintTarget target = new PaintTarget(width, height, 0.5, Theme.DARK);
        assertThatCode(() -> painter.paint(surface, shown, target)).doesNotThrowAnyException();
    }
}
