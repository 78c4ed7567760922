package dev.overlap.render.timeline;

import static dev.overlap.testkit.TraceBuilder.NEVER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.resource.ResourceHit;
import dev.overlap.render.resource.TaskInterval;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Path;
import dev.overlap.testkit.RecordingSurface.Point;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.Deadlock.StuckWait;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tests the timeline grouped by resource. */
class ResourceRowsTest {

    private static final PaintTarget TARGET = new PaintTarget(1_000, 600, 1, Theme.LIGHT);
    private static final Theme THEME = Theme.LIGHT;
    private static final long MILLI = 1_000_000;

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    private static ChartFrame at(Trace trace, long millis) {
        return new ChartFrame(
                trace,
                TraceMetrics.of(trace, millis * MILLI),
                millis * MILLI,
                null,
                0,
                -1,
                Integer.MAX_VALUE,
                RowGrouping.RESOURCES);
    }

    private static ChartFrame whole(Trace trace) {
        return ChartFrame.of(trace).groupedBy(RowGrouping.RESOURCES);
    }

    private ChartLayout paint(ChartFrame frame) {
        return painter.paint(surface, frame, TARGET);
    }

    private static Trace finished(TraceBuilder builder, double millis) {
        for (int task = 0; task < builder.live().tasks().size(); task++) {
            builder.end(task, new Outcome.Done(), millis);
        }
        return builder.finished();
    }

    /** Three tasks have a lock one after another; then it is free for a while. */
    private static Trace lock() {
        TraceBuilder builder = TraceBuilder.of("one", "two", "three");
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 200).hold(lock, 1, 50, 200, 400).hold(lock, 2, 100, 400, 600);
        builder.enter(1, Phase.BLOCKED, 50).enter(2, Phase.BLOCKED, 100);
        return finished(builder, 800);
    }

    private static double edge(ChartLayout layout, double millis) {
        return Math.rint(layout.xOf(Math.round(millis * 1e6)));
    }

    private List<Shape> inRow(ChartLayout layout, int row, List<Shape> shapes) {
        return shapes.stream().filter(shape -> layout.row(row).contains(shape.middle())).toList();
    }

    private List<Shape> held(ChartLayout layout, int row) {
        return inRow(layout, row, surface.fills(THEME.busy()));
    }

    /** The outer outline of each frame. */
    private List<Shape> waits(ChartLayout layout, int row) {
        List<Shape> outlines =
                surface.shapes(ShapeKind.OUTLINE).stream()
                        .filter(shape -> shape.argb() == THEME.of(Phase.BLOCKED))
                        .toList();
        return inRow(layout, row, outlines).stream()
                .filter(shape -> outlines.stream().noneMatch(other -> isInside(shape, other)))
                .toList();
    }

    private static boolean isInside(Shape shape, Shape other) {
        return shape.x() == other.x() + 1
                && shape.y() == other.y() + 1
                && shape.width() == other.width() - 2;
    }

    @Test
    void lockShowsWhoHadItWithTheNumbersOfTheTasks() {
        ChartLayout layout = paint(whole(lock()));

        assertThat(held(layout, 0))
                .extracting(Shape::x)
                .containsExactly(edge(layout, 0), edge(layout, 200), edge(layout, 400));
        assertThat(held(layout, 0))
                .extracting(Shape::right)
                .containsExactly(edge(layout, 200), edge(layout, 400), edge(layout, 600));
        assertThat(surface.texts())
                .contains("lock account", "held 75 %, up to 2 waiting", "task 1", "task 3");
        assertThat(layout.rowAt(layout.rowTop(1) + 1)).as("there is no second row").isNegative();
    }

    @Test
    void thoseThatWaitAreFramesBelowEachOther() {
        ChartLayout layout = paint(whole(lock()));
        List<Shape> waits = waits(layout, 0);

        assertThat(waits).extracting(Shape::x).containsExactly(edge(layout, 50), edge(layout, 100));
        assertThat(waits)
                .extracting(Shape::right)
                .containsExactly(edge(layout, 200), edge(layout, 400));
        assertThat(waits.get(1).y())
                .isGreaterThanOrEqualTo(waits.get(0).y() + waits.get(0).height());
        double lowest = held(layout, 0).getFirst().y() + held(layout, 0).getFirst().height();
        assertThat(waits.get(0).y()).as("below the holders").isGreaterThan(lowest);
    }

    @Test
    void permitHasALanePerPlace() {
        TraceBuilder builder = TraceBuilder.of("one", "two", "three");
        int permit = builder.addResource("db", ResourceTrack.Type.PERMIT, 2);
        builder.hold(permit, 0, 0, 0, 200)
                .hold(permit, 1, 10, 10, 300)
                .hold(permit, 2, 20, 200, 400);
        ChartLayout layout = paint(whole(finished(builder, 400)));

        List<Shape> held = held(layout, 0);
        assertThat(held)
                .extracting(Shape::x)
                .containsExactly(edge(layout, 0), edge(layout, 200), edge(layout, 10));
        assertThat(held.get(0).y()).isEqualTo(held.get(1).y()).isLessThan(held.get(2).y());
    }

    @Test
    void permitWithTooManyPlacesShowsHowManyHeldIt() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int permit = builder.addResource("db", ResourceTrack.Type.PERMIT, 100);
        builder.hold(permit, 0, 0, 0, 200).hold(permit, 1, 100, 100, 300);
        ChartLayout layout = paint(whole(finished(builder, 400)));

        assertThat(held(layout, 0)).isEmpty();
        assertThat(levels(layout)).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(surface.shapes(ShapeKind.DASHED))
                .anyMatch(line -> layout.row(0).contains(line.y()) && line.height() == 0);
    }

    /** The heights of the step curve in the first row, in order of first occurrence. */
    private List<Double> levels(ChartLayout layout) {
        return surface.polylines().stream()
                .filter(path -> path.argb() == THEME.accent())
                .map(Path::points)
                .filter(points -> layout.row(0).contains(points.getFirst().y()))
                .flatMap(List::stream)
                .map(Point::y)
                .distinct()
                .toList();
    }

    @Test
    void queueShowsItsFillingBelowTheMostThatItHolds() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 2);
        builder.filled(queue, 1, 100).filled(queue, 2, 200).filled(queue, 0, 300);
        builder.put(queue, 1, 250, 290);
        ChartLayout layout = paint(whole(finished(builder, 400)));

        List<Double> levels = levels(layout);
        assertThat(levels).hasSize(3);
        assertThat(levels.get(0) - levels.get(1))
                .isBetween(levels.get(1) - levels.get(2) - 1, levels.get(1) - levels.get(2) + 1);
        assertThat(waits(layout, 0)).hasSize(1);
        assertThat(surface.texts()).contains("queue orders", "holds 2", "items in the queue");
    }

    /** Two tasks read 0; both write 1. */
    private static TraceBuilder race() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        return builder.read(counter, 0, 0, 100)
                .read(counter, 1, 0, 200)
                .write(counter, 0, 1, 300)
                .write(counter, 1, 1, 400)
                .counted(counter, -1, 2, 1);
    }

    @Test
    void lostUpdateIsAnArrowFromTheStaleReadToTheWrite() {
        ChartLayout layout = paint(whole(finished(race(), 500)));

        List<Path> arrows =
                surface.areas(THEME.failure()).stream()
                        .filter(path -> layout.row(0).contains(path.points().getFirst().y()))
                        .toList();
        assertThat(arrows).hasSize(1);
        List<Double> xs = arrows.getFirst().points().stream().map(Point::x).toList();
        assertThat(Collections.min(xs)).isBetween(edge(layout, 200), edge(layout, 200) + 8);
        assertThat(Collections.max(xs)).isBetween(edge(layout, 400) - 8, edge(layout, 400));
        assertThat(surface.texts())
                .contains("1 of 2, 1 lost", "lost update", "read", "write")
                .filteredOn(text -> text.equals("0") || text.equals("1"))
                .containsExactly("0", "0", "1", "1");
    }

    @Test
    void replayShowsALostUpdateWhenItIsLost() {
        Trace trace = finished(race(), 500);
        paint(at(trace, 350));
        assertThat(surface.areas(THEME.failure())).isEmpty();
        assertThat(surface.texts()).contains("1 of 1").doesNotContain("lost update");
    }

    @Test
    void counterThatKeptOnlyTheFirstSaysSo() {
        TraceBuilder builder = TraceBuilder.of("one");
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        IntStream.rangeClosed(1, ResourceTrack.MAX_ACCESSES + 1)
                .forEach(i -> builder.write(counter, 0, i, i * 0.1));
        builder.counted(counter, -1, 5_000, 5_000);
        paint(whole(finished(builder, 500)));
        assertThat(surface.texts())
                .contains("5,000 of 5,000", "only the first 1,000 reads and writes are kept");
    }

    @Test
    void countersOfProcessesAreNotShared() {
        TraceBuilder builder = TraceBuilder.of("one");
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        builder.counted(counter, 0, 5, 5);
        paint(whole(finished(builder, 500)));
        assertThat(surface.texts()).contains("not shared").noneMatch(text -> text.contains("lost"));
    }

    @Test
    void gilIsHeldByTheTaskThatComputesAndAwaitedInReady() {
        TraceBuilder builder = TraceBuilder.of("one", "two", "page");
        builder.enter(0, Phase.COMPUTE, 0).awaitLock(1, 0).awaitLock(0, 100);
        builder.enter(1, Phase.COMPUTE, 100).exchange(2, "c-1", 0, 150).answered(2, 200, 150);
        builder.end(0, new Outcome.Computed(), 200);
        ChartLayout layout = paint(whole(finished(builder, 200)));

        assertThat(surface.texts()).contains("GIL", "ready", TraceBuilder.HOST);
        assertThat(held(layout, 0))
                .extracting(Shape::x)
                .containsExactly(edge(layout, 0), edge(layout, 100));
        assertThat(inRow(layout, 0, surface.shapes(ShapeKind.HATCH)))
                .hasSize(2)
                .allMatch(shape -> shape.argb() == THEME.of(Phase.READY));
        assertThat(inRow(layout, 1, surface.fills(THEME.of(Phase.WAIT)))).hasSize(1);
        assertThat(layout.hit(layout.xOf(50 * MILLI), layout.row(1).middle()))
                .isEqualTo(new HitResult.Connection(0, 0, true));
    }

    @Test
    void hitTestFindsWhoHasItAndWhoWaits() {
        ChartLayout layout = paint(whole(lock()));
        double holders = held(layout, 0).getFirst().middle();
        double second = waits(layout, 0).get(1).middle();

        assertThat(layout.hit(layout.xOf(300 * MILLI), holders))
                .isEqualTo(held(new TaskInterval(200 * MILLI, 400 * MILLI, 1)));
        assertThat(layout.taskAt(layout.xOf(300 * MILLI), holders)).isEqualTo(1);
        assertThat(layout.hit(layout.xOf(300 * MILLI), second))
                .isEqualTo(
                        new HitResult.Resource(
                                0,
                                new ResourceHit.Waited(
                                        new TaskInterval(100 * MILLI, 400 * MILLI, 2))));
        assertThat(layout.taskAt(layout.xOf(300 * MILLI), second)).isEqualTo(2);
        assertThat(layout.hit(layout.xOf(700 * MILLI), holders))
                .isInstanceOfSatisfying(
                        HitResult.Resource.class,
                        hit -> assertThat(hit.hit()).isInstanceOf(ResourceHit.Instant.class));
        assertThat(layout.taskAt(layout.xOf(700 * MILLI), holders)).isNegative();
    }

    private static HitResult held(TaskInterval taskInterval) {
        return new HitResult.Resource(0, new ResourceHit.Held(taskInterval));
    }

    @Test
    void tooltipNamesHolderAndThoseThatWait() {
        ChartFrame frame = whole(lock());
        assertThat(tooltip(frame, held(new TaskInterval(200 * MILLI, 400 * MILLI, 1))))
                .isEqualTo(
                        new TooltipContent(
                                "Lock account",
                                "held by task 2: 200 ms, from 200 ms to 400 ms",
                                List.of(),
                                "Task 2 is two. Task 3 waits for it then."));
        assertThat(
                        tooltip(
                                frame,
                                new ResourceHit.Waited(
                                        new TaskInterval(100 * MILLI, 400 * MILLI, 2))))
                .extracting(TooltipContent::here, TooltipContent::reason)
                .containsExactly("task 3 waits: 300 ms, from 100 ms to 400 ms", "Task 3 is three.");
        assertThat(tooltip(frame, new ResourceHit.Instant(150 * MILLI)))
                .extracting(TooltipContent::here, TooltipContent::reason)
                .containsExactly("held by task 1 at 150 ms", "Tasks 2 and 3 wait for it then.");
        assertThat(tooltip(frame, new ResourceHit.Instant(700 * MILLI)).here())
                .isEqualTo("free at 700 ms");
    }

    private static TooltipContent tooltip(ChartFrame frame, ResourceHit hit) {
        return tooltip(frame, new HitResult.Resource(0, hit));
    }

    @Test
    void tooltipOfAnAccessTellsWhatWasLost() {
        ChartFrame frame = whole(finished(race(), 500));
        assertThat(tooltip(frame, new ResourceHit.Accessed(3)))
                .isEqualTo(
                        new TooltipContent(
                                "Counter hits",
                                "task 2 wrote 1 at 400 ms",
                                List.of(),
                                "This loses the increment of task 1, since it had read 0 at"
                                        + " 200 ms. Task 2 is two."));
        assertThat(tooltip(frame, new ResourceHit.Accessed(2)).reason())
                .startsWith("This increment was lost: task 2 had read the counter before it");
        assertThat(tooltip(frame, new ResourceHit.Accessed(0)).reason())
                .isEqualTo("Task 1 is one.");
    }

    @Test
    void tooltipInAReplayDoesNotTellWhatIsLostLater() {
        ChartFrame frame = at(finished(race(), 500), 350);
        assertThat(tooltip(frame, new ResourceHit.Accessed(2)).reason())
                .isEqualTo("Task 1 is one.");
    }

    @Test
    void arrowOfALostUpdateIsShownWhereOnlyItsMiddleIsInView() {
        Trace trace = finished(race(), 500);
        paint(
                new ChartFrame(
                        trace,
                        TraceMetrics.of(trace, 500 * MILLI),
                        500 * MILLI,
                        new TimeRange(220 * MILLI, 280 * MILLI),
                        0,
                        -1,
                        Integer.MAX_VALUE,
                        RowGrouping.RESOURCES));
        assertThat(surface.shapes()).anyMatch(shape -> shape.argb() == THEME.failure());
    }

    @Test
    void selectedTaskMarksEachResourceThatItUsed() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int b = builder.addResource("b", ResourceTrack.Type.LOCK, 1);
        int c = builder.addResource("c", ResourceTrack.Type.COUNTER, 1);
        builder.hold(a, 0, 0, 0, 100).hold(b, 1, 0, 0, 100).read(c, 0, 0, 50);
        ChartLayout layout = paint(whole(finished(builder, 200)).selecting(0));

        assertThat(layout.rowsOfTask(0)).containsExactly(0, 2);
        assertThat(surface.fills(THEME.selected())).hasSize(2);
        assertThat(inRow(layout, 0, surface.fills(THEME.accent()))).hasSize(1);
        assertThat(inRow(layout, 1, surface.fills(THEME.accent()))).isEmpty();
    }

    @Test
    void locksInARingAreJoinedByArrowsBetweenThoseThatHoldThem() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int b = builder.addResource("b", ResourceTrack.Type.LOCK, 1);
        builder.hold(a, 0, 0, 0, 400).hold(b, 1, 0, 0, 400);
        builder.hold(b, 0, 100, NEVER, 400).hold(a, 1, 110, NEVER, 400);
        builder.stuck(
                110,
                new StuckWait(0, b, Purpose.HOLD, List.of(1)),
                new StuckWait(1, a, Purpose.HOLD, List.of(0)));
        Trace trace = finished(builder, 400);
        ChartLayout layout = paint(whole(trace));
        List<Path> arrows = surface.areas(THEME.failure());

        assertThat(arrows).hasSize(2);
        assertThat(tip(arrows.get(0))).isEqualTo(held(layout, 1).getFirst().y());
        assertThat(tip(arrows.get(1)))
                .isEqualTo(held(layout, 0).getFirst().y() + held(layout, 0).getFirst().height());

        surface.shapes().clear();
        RecordingSurface tasks = new RecordingSurface();
        ChartLayout byTask = painter.paint(tasks, ChartFrame.of(trace), TARGET);
        assertThat(tasks.areas(THEME.failure())).hasSize(2);
        assertThat(byTask.row(1).contains(tip(tasks.areas(THEME.failure()).getFirst()))).isTrue();
        assertThat(tasks.texts()).contains("lock a", "lock b");
    }

    /** Where an arrow ends. */
    private static double tip(Path arrow) {
        return arrow.points().get(3).y();
    }

    @Test
    void ringIsNotShownBeforeItCloses() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        builder.stuck(
                110,
                new StuckWait(0, 0, Purpose.HOLD, List.of(1)),
                new StuckWait(1, 0, Purpose.HOLD, List.of(0)));
        Trace trace = finished(builder, 400);
        painter.paint(surface, at(trace, 100).groupedBy(RowGrouping.TASKS), TARGET);
        assertThat(surface.areas(THEME.failure())).isEmpty();
    }

    @Test
    void rowsByTaskHaveNumbersWhereTasksShareSomething() {
        painter.paint(surface, ChartFrame.of(lock()), TARGET);
        assertThat(surface.words())
                .filteredOn(word -> List.of("1", "2", "3").contains(word.text()))
                .hasSize(3)
                .allMatch(word -> word.right() < 40);
        RecordingSurface without = new RecordingSurface();
        painter.paint(without, ChartFrame.of(finished(TraceBuilder.of("a", "b"), 100)), TARGET);
        assertThat(without.texts()).doesNotContain("2");
    }

    @Test
    void runWithoutResourcesSaysSo() {
        Trace trace = finished(TraceBuilder.of("cpu:1ms").enter(0, Phase.COMPUTE, 0), 100);
        paint(whole(trace));
        assertThat(surface.texts())
                .contains(
                        "The tasks of this run shared nothing: no lock, permit, counter, queue,"
                                + " connection or GIL.");
        assertThat(whole(trace).sharesNothing()).isTrue();
        assertThat(whole(lock()).sharesNothing()).isFalse();
    }

    @Test
    void longQueueIsACurveWithItsLength() {
        TraceBuilder builder = new TraceBuilder(Collections.nCopies(60, "a"));
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        for (int task = 0; task < 60; task++) {
            builder.hold(lock, task, task, 10 * task + 1, 10 * task + 11);
        }
        ChartLayout layout = paint(whole(finished(builder, 700)));
        assertThat(waits(layout, 0)).isEmpty();
        assertThat(surface.polylines())
                .filteredOn(path -> path.argb() == THEME.of(Phase.BLOCKED))
                .hasSize(1);
        assertThat(surface.texts()).anyMatch(text -> text.endsWith(" waiting"));
    }

    @Test
    void costDependsOnPixelsNotOnUses() {
        int many = 10_000;
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int queue = builder.addResource("q", ResourceTrack.Type.QUEUE, 10);
        for (int use = 0; use < many; use++) {
            builder.hold(lock, use % 2, use, use + 0.25, use + 0.5).filled(queue, use % 10, use);
        }
        ChartLayout layout = paint(whole(finished(builder, many)));

        double pixels = layout.plotRight() - layout.plotLeft();
        assertThat(held(layout, 0)).hasSizeLessThan((int) pixels + 1);
        assertThat(held(layout, 0).get(10).height())
                .as("held for a quarter of the time")
                .isLessThan(12);
        assertThat(waits(layout, 0)).hasSizeLessThan((int) pixels + 1);
        assertThat((double) surface.mostPoints()).isLessThan(pixels * 4);
    }

    @Test
    void onlyVisibleRowsOfManyResourcesArePainted() {
        TraceBuilder builder = TraceBuilder.of("one");
        for (int lock = 0; lock < 500; lock++) {
            builder.addResource("lock-" + lock, ResourceTrack.Type.LOCK, 1);
            builder.hold(lock, 0, lock, lock, lock + 1);
        }
        ChartLayout layout = paint(whole(finished(builder, 500)));
        assertThat(layout.rowsHeight()).isEqualTo(500 * layout.rowHeight());
        assertThat(surface.texts())
                .filteredOn(text -> text.startsWith("lock lock-"))
                .hasSizeBetween(5, 14);
    }

    private static @Nullable TooltipContent tooltip(ChartFrame frame, HitResult hit) {
        String wait =
                hit instanceof HitResult.Row row
                        ? WaitExplanation.longest(frame.trace(), row.task(), frame.horizonNanos())
                        : "";
        return Tooltips.of(frame, hit, wait);
    }
}
