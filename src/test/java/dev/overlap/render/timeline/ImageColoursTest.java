package dev.overlap.render.timeline;

import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failing;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonPainter;
import dev.overlap.render.comparison.SweepFrame;
import dev.overlap.render.comparison.SweepPainter;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Deadlock.StuckWait;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.LowerBound;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks that everything is painted in the colours of the requested theme only. */
class ImageColoursTest {

    private static final long MILLI = 1_000_000;

    private static final List<ToIntFunction<Theme>> INKS =
            List.of(
                    Theme::ground,
                    Theme::selected,
                    Theme::grid,
                    Theme::faintGrid,
                    Theme::text,
                    Theme::quietText,
                    Theme::warning,
                    Theme::failure,
                    Theme::accent,
                    Theme::accentArea,
                    Theme::busy,
                    Theme::onBusy,
                    Theme::idle,
                    Theme::held,
                    Theme::occupied,
                    Theme::lowerBound,
                    Theme::oneByOne,
                    Theme::guess,
                    Theme::spread);

    /** A drawing with rich content, painted in a theme. */
    private interface Painted extends Function<Theme, RecordingSurface> {}

    private static final Map<String, Painted> PICTURES =
            Map.of(
                    "tasks",
                    theme -> timeline(theme, RowGrouping.TASKS),
                    "workers",
                    theme -> timeline(theme, RowGrouping.WORKERS),
                    "connections",
                    theme -> timeline(theme, RowGrouping.CONNECTIONS),
                    "resources",
                    theme -> timeline(theme, RowGrouping.RESOURCES),
                    "nothing",
                    ImageColoursTest::empty,
                    "comparison",
                    ImageColoursTest::comparison,
                    "sweep",
                    ImageColoursTest::sweep,
                    "tip",
                    ImageColoursTest::tooltip);

    @TestFactory
    Stream<DynamicTest> everyColourBelongsToTheTheme() {
        return PICTURES.entrySet().stream()
                .flatMap(
                        picture ->
                                Arrays.stream(Theme.values())
                                        .map(theme -> test(picture.getKey(), theme)));
    }

    /** "Hatched" means one thing, whatever the rows are and whatever else is drawn. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void onlyReadyIsHatched(Theme theme) {
        assertThat(PICTURES.values())
                .flatExtracting(picture -> picture.apply(theme).shapes(ShapeKind.HATCH))
                .extracting(RecordingSurface.Shape::argb)
                .containsOnly(theme.of(Phase.READY));
    }

    private static DynamicTest test(String picture, Theme theme) {
        return DynamicTest.dynamicTest(
                picture + ", " + theme,
                () -> {
                    RecordingSurface painted = PICTURES.get(picture).apply(theme);
                    assertThat(painted.colours())
                            .contains(theme.ground(), theme.quietText())
                            .isSubsetOf(palette(theme));
                });
    }

    /** Each element has the same role in both themes, so colours correspond one to one. */
    @TestFactory
    Stream<DynamicTest> everyColourChangesWithTheTheme() {
        return PICTURES.keySet().stream()
                .map(
                        picture ->
                                DynamicTest.dynamicTest(
                                        picture, () -> assertColoursCorrespond(picture)));
    }

    private static void assertColoursCorrespond(String picture) {
        List<Integer> light = inks(PICTURES.get(picture).apply(Theme.LIGHT));
        List<Integer> dark = inks(PICTURES.get(picture).apply(Theme.DARK));
        assertThat(dark).hasSameSizeAs(light);
        Map<Integer, Set<Integer>> darkCounterparts = darkCounterparts();
        for (int i = 0; i < light.size(); i++) {
            assertThat(darkCounterparts.get(light.get(i)))
                    .as("number %s of what is drawn, %x in the light", i, light.get(i))
                    .contains(dark.get(i));
        }
    }

    private static List<Integer> inks(RecordingSurface painted) {
        return Stream.concat(
                        painted.shapes().stream().map(RecordingSurface.Shape::argb),
                        painted.words().stream().map(RecordingSurface.DrawnText::argb))
                .toList();
    }

    /** The possible dark colours for each light colour. */
    private static Map<Integer, Set<Integer>> darkCounterparts() {
        Map<Integer, Set<Integer>> darkCounterparts = new HashMap<>();
        for (ToIntFunction<Theme> ink : INKS) {
            put(darkCounterparts, ink);
        }
        for (Phase phase : Phase.values()) {
            put(darkCounterparts, theme -> theme.of(phase));
            put(darkCounterparts, theme -> theme.border(theme.of(phase)));
        }
        return darkCounterparts;
    }

    private static void put(Map<Integer, Set<Integer>> darkCounterparts, ToIntFunction<Theme> ink) {
        darkCounterparts
                .computeIfAbsent(ink.applyAsInt(Theme.LIGHT), key -> new HashSet<>())
                .add(ink.applyAsInt(Theme.DARK));
    }

    private static Set<Integer> palette(Theme theme) {
        Set<Integer> palette = new HashSet<>();
        INKS.forEach(ink -> palette.add(ink.applyAsInt(theme)));
        for (Phase phase : Phase.values()) {
            palette.add(theme.of(phase));
            palette.add(theme.border(theme.of(phase)));
        }
        return palette;
    }

    /** A loop, a thread and a process; every phase, outcome, resource and reference line. */
    private static Trace busyRun() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c", "d", "e", "f");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        int thread = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        int process = traceBuilder.addWorker("process-1", WorkerTrack.Role.PROCESS);
        traceBuilder.startUp(process, 0, 90);
        traceBuilder.carriedBy(0, loop).busy(loop, 0, 0, 1).busy(loop, 1, 2, 200);
        traceBuilder.fetch(0, 1, 60, 290, 300);
        traceBuilder.carriedBy(1, thread).busy(thread, 1, 5, 250).enter(1, Phase.READY, 5);
        traceBuilder.enter(1, Phase.COMPUTE, 60).enter(1, Phase.PAUSE, 200);
        traceBuilder.end(1, new Outcome.Computed(), 250);
        traceBuilder.carriedBy(2, process).busy(process, 2, 90, 200).exchange(2, "c-1", 90, 180);
        traceBuilder.answered(2, 503, 200);
        traceBuilder
                .exchange(3, "c-1", 200, 290)
                .note(3, redirected(290))
                .failed(3, FailureKind.RESET, 310);
        traceBuilder.enter(4, Phase.WAIT, 20).end(4, new Outcome.Cancelled(), 320);
        share(traceBuilder);
        return traceBuilder.enter(5, Phase.LEASE, 20).answered(5, 200, 330).finished();
    }

    private static void share(TraceBuilder traceBuilder) {
        int lock = traceBuilder.addResource("account", ResourceTrack.Type.LOCK, 1);
        int counter = traceBuilder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        int queue = traceBuilder.addResource("orders", ResourceTrack.Type.QUEUE, 2);
        int permit = traceBuilder.addResource("db", ResourceTrack.Type.PERMIT, 100);
        traceBuilder.hold(lock, 1, 10, 10, 200).hold(lock, 2, 20, 200, 250);
        traceBuilder.hold(permit, 1, 10, 10, 200).hold(permit, 3, 30, 30, 50);
        traceBuilder.read(counter, 0, 0, 10).read(counter, 1, 0, 60).write(counter, 0, 1, 110);
        traceBuilder.write(counter, 1, 1, 160).filled(queue, 1, 20).filled(queue, 2, 80);
        traceBuilder.put(queue, 4, 90, 180).enter(4, Phase.BLOCKED, 90);
        traceBuilder.stuck(
                95,
                new StuckWait(1, lock, Purpose.HOLD, List.of(2)),
                new StuckWait(2, permit, Purpose.HOLD, List.of(1)));
    }

    private static Exchange redirected(long millis) {
        return Exchange.begin(1, millis * MILLI, "/next")
                .replied("HTTP/1.1", 302, Double.NaN, Double.NaN);
    }

    private static RecordingSurface timeline(Theme theme, RowGrouping grouping) {
        Trace trace = busyRun();
        long horizon = 325 * MILLI; // before the end, so that there is a playhead
        ChartFrame all = ChartFrame.of(trace);
        ChartFrame frame =
                new ChartFrame(
                        trace,
                        TraceMetrics.of(trace, horizon),
                        horizon,
                        all.range(),
                        0,
                        1,
                        4,
                        grouping,
                        new GuessMarks(200 * MILLI, 500 * MILLI));
        RecordingSurface surface = new RecordingSurface();
        new ChartPainter(RecordingSurface.METRICS).paint(surface, frame, target(theme));
        return surface;
    }

    private static PaintTarget target(Theme theme) {
        return new PaintTarget(1_200, 900, 1, theme);
    }

    private static RecordingSurface empty(Theme theme) {
        RecordingSurface surface = new RecordingSurface();
        ChartFrame blank = ChartFrame.blank(300 * MILLI, null);
        new ChartPainter(RecordingSurface.METRICS)
                .paintEmpty(surface, blank, target(theme), "Press Run.");
        return surface;
    }

    private static RecordingSurface comparison(Theme theme) {
        ComparisonFrame shown =
                new ComparisonFrame(
                        finished(
                                3,
                                entry("sequential", "Sequential", oneByOne(3, 90), oneByOne(3, 80)),
                                entry("event-loop", "Event loop", busyRun(), busyRun(), busyRun()),
                                entry("threads", "Threads", failing(3, 50)),
                                ComparisonBuilder.waiting("thread-pool", "Thread pool")),
                        SortOrder.LIST,
                        new Guesses(Map.of("event-loop", 150 * MILLI)),
                        "So it is.",
                        1,
                        0,
                        null);
        RecordingSurface surface = new RecordingSurface();
        new ComparisonPainter(RecordingSurface.METRICS).paint(surface, shown, target(theme));
        return surface;
    }

    private static RecordingSurface sweep(Theme theme) {
        List<SweepFrame.Point> points =
                IntStream.of(1, 2, 4)
                        .mapToObj(
                                n ->
                                        new SweepFrame.Point(
                                                n,
                                                700 / n * MILLI,
                                                800 / n * MILLI,
                                                900 / n * MILLI,
                                                -1))
                        .toList();
        RecordingSurface surface = new RecordingSurface();
        LowerBound bound = new LowerBound(100 * MILLI, new LowerBound.Cause.LongestTask(0));
        new SweepPainter(RecordingSurface.METRICS)
                .paint(
                        surface,
                        new SweepFrame(
                                points, bound, 1, "So it is.", false, SweepFrame.NO_FORECAST),
                        target(theme));
        return surface;
    }

    private static RecordingSurface tooltip(Theme theme) {
        List<TooltipContent.PhaseShare> parts =
                Arrays.stream(Phase.values())
                        .map(phase -> new TooltipContent.PhaseShare(phase, MILLI))
                        .toList();
        RecordingSurface surface = new RecordingSurface();
        TooltipContent tooltip =
                new TooltipContent("a", "wait 1 ms", parts, "It was handed over at once.");
        TooltipPainter painter = new TooltipPainter(RecordingSurface.METRICS);
        PaintTarget target =
                new PaintTarget(painter.width(tooltip), painter.height(tooltip), 1, theme);
        painter.paint(surface, tooltip, target);
        return surface;
    }
}
