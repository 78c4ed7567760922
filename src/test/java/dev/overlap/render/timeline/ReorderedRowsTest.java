package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowFilter;
import dev.overlap.render.rows.RowGroup;
import dev.overlap.render.rows.RowOrdering;
import dev.overlap.render.rows.RowSort;
import dev.overlap.render.rows.RowStatus;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.DrawnText;
import dev.overlap.testkit.RecordingSurface.Path;
import dev.overlap.testkit.RecordingSurface.Point;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks that what is painted, hit and selected agree on which task is in which row. */
class ReorderedRowsTest {

    private static final Theme THEME = Theme.LIGHT;
    private static final PaintTarget TARGET = new PaintTarget(1_000, 600, 1, THEME);
    private static final RowChoice LIST = RowChoice.DEFAULT;

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    private ChartLayout paint(Trace trace, RowChoice choice) {
        return paint(frame(trace, choice));
    }

    private ChartLayout paint(ChartFrame frame) {
        ChartLayout layout = painter.paint(surface, frame, TARGET);
        assertThat(surface.openClips()).isZero();
        return layout;
    }

    private static ChartFrame frame(Trace trace, RowChoice choice) {
        return ChartFrame.of(trace).ordered(RowOrdering.order(trace, choice, Integer.MAX_VALUE));
    }

    private static ChartFrame scrolled(ChartFrame frame, double scroll) {
        return new ChartFrame(
                frame.trace(),
                frame.metrics(),
                frame.horizonNanos(),
                null,
                scroll,
                frame.selectedTask(),
                frame.maxRows(),
                frame.grouping(),
                frame.guessed(),
                frame.order());
    }

    /** Three tasks; the first is the slowest. */
    private static Trace three() {
        TraceBuilder builder = TraceBuilder.of("slow", "quick", "wrong");
        builder.fetch(0, 1, 20, 280, 300).fetch(1, 1, 20, 90, 100);
        return builder.enter(2, Phase.WAIT, 5).failed(2, FailureKind.RESET, 200).finished();
    }

    private static Trace many(int count) {
        TraceBuilder builder =
                new TraceBuilder(IntStream.range(0, count).mapToObj(i -> "t" + i).toList());
        for (int task = 0; task < count; task++) {
            builder.enter(task, Phase.WAIT, 1).answered(task, 200, 10 + task);
        }
        return builder.finished();
    }

    /** The names of tasks in the gutter, from top to bottom, those scrolled away included. */
    private static List<String> names(RecordingSurface surface) {
        return surface.words().stream()
                .filter(word -> word.left() == PaintTarget.PAD && !word.text().equals("In flight"))
                .sorted(Comparator.comparingDouble(DrawnText::baseline))
                .map(DrawnText::text)
                .filter(text -> !text.startsWith("peak"))
                .toList();
    }

    @Test
    void rowsAreDrawnAndHitInTheOrderThatWasChosen() {
        ChartLayout layout = paint(three(), LIST.sortedBy(RowSort.DURATION));

        assertThat(names(surface)).containsExactly("quick", "wrong", "slow");
        double x = layout.xOf(50_000_000);
        for (int row = 0; row < 3; row++) {
            assertThat(layout.taskAt(x, layout.row(row).middle())).isEqualTo((row + 1) % 3);
            assertThat(layout.rowOfTask((row + 1) % 3)).isEqualTo(row);
        }
    }

    @Test
    void headingsAreDrawnButAreNoTask() {
        ChartLayout layout = paint(three(), LIST.groupedBy(RowGroup.STATUS));

        assertThat(names(surface))
                .containsExactly(
                        "answered \u00b7 2 tasks",
                        "slow",
                        "quick",
                        "failed \u00b7 1 task",
                        "wrong");
        double x = layout.xOf(50_000_000);
        assertThat(layout.hit(x, layout.row(0).middle())).isEqualTo(new HitResult.Nothing());
        assertThat(layout.taskAt(x, layout.row(4).middle())).isEqualTo(2);
    }

    @Test
    void pictureSaysWhatTheFilterLeavesOut() {
        RowFilter failed = RowFilter.NONE.withStatus(RowStatus.FAILED);
        ChartLayout layout = paint(three(), LIST.filteredBy(failed));

        assertThat(names(surface)).containsExactly("wrong", "2 tasks not shown: only failed");
        assertThat(layout.rowOfTask(0)).isEqualTo(-1);
        assertThat(layout.taskAt(layout.xOf(50_000_000), layout.row(1).middle())).isEqualTo(-1);
        double high = painter.heightFor(frame(three(), LIST), 1_000, 30);
        double low = painter.heightFor(frame(three(), LIST.filteredBy(failed)), 1_000, 30);
        assertThat(high - low).as("one row and a line instead of three rows").isEqualTo(30);
    }

    @Test
    void nothingThatMatchesIsSaid() {
        paint(three(), LIST.filteredBy(RowFilter.NONE.withStatus(RowStatus.CANCELLED)));
        assertThat(surface.texts()).contains("No task matches the filter.");
    }

    @Test
    void aSelectedTaskWithoutARowIsNotMarkedAnywhere() {
        RowChoice choice = LIST.filteredBy(RowFilter.NONE.withStatus(RowStatus.FAILED));
        paint(frame(three(), choice).selecting(0));
        assertThat(surface.fills(THEME.selected())).isEmpty();
        paint(frame(three(), choice).selecting(2));
        assertThat(surface.fills(THEME.selected())).isNotEmpty();
    }

    @Test
    void pinnedRowsStayAtTheTopOfManyThatScroll() {
        Trace trace = many(200);
        RowChoice choice = LIST.togglePin(150).togglePin(7);
        ChartLayout layout = paint(scrolled(frame(trace, choice), 1_000));

        double x = layout.xOf(5_000_000);
        double first = layout.rows().top() + layout.rowHeight() / 2;
        assertThat(layout.taskAt(x, first)).isEqualTo(150);
        assertThat(layout.taskAt(x, first + layout.rowHeight())).isEqualTo(7);
        int below = layout.taskAt(x, first + 2 * layout.rowHeight());
        assertThat(below).isEqualTo(51); // 50 rows up, and task 7 is not among them
        assertThat(surface.textsBeside(first)).contains("t150");
        assertThat(surface.fills(THEME.accent()))
                .filteredOn(it -> it.right() < PaintTarget.PAD)
                .hasSize(2);
        int rows = (int) (layout.rows().height() / layout.rowHeight());
        assertThat(names(surface)).as("only what is in sight").hasSizeBetween(rows, rows + 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = RowGrouping.class,
            names = {"TASKS", "WORKERS", "CONNECTIONS"})
    void hiddenPhasesAreDrawnAndHitInNoKindOfRow(RowGrouping grouping) {
        TraceBuilder builder = TraceBuilder.of("a");
        int worker = builder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        builder.busy(worker, 0, 0, 100).carriedBy(0, worker);
        builder.exchange(0, "c-1", 0, 100).answered(0, 200, 100);
        Trace trace = builder.finished();

        assertThat(bars(paint(frame(trace, LIST).groupedBy(grouping)), Phase.WAIT)).isNotEmpty();
        surface.shapes().clear();
        ChartFrame hidden = frame(trace, LIST.toggle(Phase.WAIT)).groupedBy(grouping);
        ChartLayout layout = paint(hidden);
        assertThat(bars(layout, Phase.WAIT)).isEmpty();
        assertThat(bars(layout, Phase.RECEIVE)).isNotEmpty();
        if (grouping == RowGrouping.TASKS) {
            assertThat(layout.hit(layout.xOf(50_000_000), layout.row(0).middle()))
                    .isEqualTo(new HitResult.Row(0, -1));
        }
        assertThat(hidden.metrics().soFar().wallNanos())
                .as("no figure changes")
                .isEqualTo(100_000_000);
    }

    private List<Shape> bars(ChartLayout layout, Phase phase) {
        return surface.fills(THEME.of(phase)).stream()
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    /** In one pixel there are many phases, most of them hidden. */
    @Test
    void isolatedPhaseShowsInPixelsThatItShares() {
        TraceBuilder builder = TraceBuilder.of("busy");
        for (int i = 0; i < 5_000; i++) {
            builder.enter(0, Phase.WAIT, i).enter(0, Phase.RECEIVE, i + 0.9);
        }
        Trace trace = builder.answered(0, 200, 5_000).finished();
        ChartLayout layout = paint(trace, LIST.isolate(Phase.RECEIVE));
        double plot = layout.xOf(5_000_000_000L) - layout.plotLeft();

        assertThat(bars(layout, Phase.WAIT)).isEmpty();
        double covered = bars(layout, Phase.RECEIVE).stream().mapToDouble(Shape::width).sum();
        assertThat(covered).isGreaterThan(plot / 2);
    }

    @Test
    void legendStrikesHiddenPhasesOutAndIsHit() {
        ChartLayout layout = paint(three(), LIST.toggle(Phase.WAIT));
        DrawnText wait = surface.word("wait");
        assertThat(surface.fills(THEME.quietText()))
                .anyMatch(line -> line.height() == 1 && line.right() >= wait.right() - 1);
        double y = wait.baseline() - 4;
        assertThat(layout.legendPhaseAt(wait.left() + 2, y)).isEqualTo(Phase.WAIT);
        assertThat(layout.legendPhaseAt(wait.left() - 15, y)).isEqualTo(Phase.WAIT);
        assertThat(layout.legendPhaseAt(surface.word("send").left(), y)).isEqualTo(Phase.SEND);
        assertThat(layout.legendPhaseAt(990, y)).isNull();
        assertThat(layout.legendPhaseAt(wait.left(), layout.rows().middle())).isNull();
    }

    /** The loop computes for the first task while the second is ready; both use one connection. */
    private static Trace held() {
        TraceBuilder builder = TraceBuilder.of("cpu:100ms", "b", "c");
        int loop = builder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        builder.carriedBy(0, loop).carriedBy(1, loop).busy(loop, 0, 1, 100);
        builder.enter(0, Phase.COMPUTE, 1).enter(1, Phase.READY, 1).answered(0, 200, 100);
        builder.busy(loop, 1, 100, 101).enter(1, Phase.WAIT, 100).answered(1, 200, 150);
        return builder.enter(2, Phase.WAIT, 1).answered(2, 200, 300).finished();
    }

    private List<Path> arrows() {
        return surface.areas(THEME.accent());
    }

    private static double bottom(Path arrow) {
        return arrow.points().stream().mapToDouble(Point::y).max().orElseThrow();
    }

    @Test
    void arrowsLeadToTheSelectedTaskAndToTheLaneOfItsWorker() {
        ChartFrame frame = frame(held(), LIST.withArrows(true)).selecting(1);
        ChartLayout layout = paint(frame);
        double x = layout.scale().edge(100_000_000);

        assertThat(arrows())
                .hasSize(2)
                .allSatisfy(arrow -> assertThat(tip(arrow).x()).isBetween(x, x + 12));
        assertThat(arrows()).anyMatch(arrow -> bottom(arrow) == layout.lanes().laneTop(0));
        assertThat(arrows()).anyMatch(arrow -> layout.row(1).contains(bottom(arrow)));
        assertThat(surface.texts()).contains("held the loop for 99 ms");
    }

    /** The corner between the two of the head. */
    private static Point tip(Path arrow) {
        return arrow.points().get(3);
    }

    @Test
    void arrowsFollowTheRowsAndAreLeftOutWithoutThem() {
        RowChoice reversed = LIST.withArrows(true).descending(true);
        ChartLayout layout = paint(frame(held(), reversed).selecting(1));
        assertThat(arrows()).anyMatch(arrow -> layout.row(1).contains(tip(arrow).y()));
        assertThat(surface.word("held the loop for 99 ms").baseline())
                .as("at the row of the computation, the last")
                .isBetween(layout.row(1).bottom(), layout.row(2).bottom());

        RecordingSurface other = new RecordingSurface();
        RowFilter without = RowFilter.NONE.withPhase(Phase.READY);
        painter.paint(other, frame(held(), reversed.filteredBy(without)).selecting(1), TARGET);
        assertThat(other.texts()).noneMatch(text -> text.startsWith("held"));
        assertThat(other.areas(THEME.accent())).as("that to its worker").hasSize(1);
    }

    @Test
    void thereAreNoArrowsUnlessAskedForAndOnlyBetweenRowsOfTasks() {
        paint(frame(held(), LIST).selecting(1));
        paint(frame(held(), LIST.withArrows(true)));
        paint(frame(held(), LIST.withArrows(true)).groupedBy(RowGrouping.WORKERS));
        assertThat(surface.texts()).noneMatch(text -> text.startsWith("held the loop"));
    }

    @Test
    void arrowsOfADeadlockFollowTheRows() {
        TraceBuilder builder = TraceBuilder.of("one", "two");
        int left = builder.addResource("left", ResourceTrack.Type.LOCK, 1);
        int right = builder.addResource("right", ResourceTrack.Type.LOCK, 1);
        builder.hold(left, 0, 1, 1, 100).hold(right, 1, 1, 1, 100);
        builder.enter(0, Phase.BLOCKED, 10).enter(1, Phase.BLOCKED, 10);
        builder.stuck(
                20,
                new Deadlock.StuckWait(0, right, ResourceTrack.Purpose.HOLD, List.of(1)),
                new Deadlock.StuckWait(1, left, ResourceTrack.Purpose.HOLD, List.of(0)));
        builder.failed(0, FailureKind.RESET, 100).failed(1, FailureKind.RESET, 100);
        Trace trace = builder.finished();

        paint(trace, LIST.descending(true));
        assertThat(surface.texts()).contains("lock right", "lock left");
        RecordingSurface filtered = new RecordingSurface();
        RowChoice one = LIST.filteredBy(RowFilter.NONE.withHost("nowhere")).togglePin(1);
        painter.paint(filtered, frame(trace, one), TARGET);
        assertThat(filtered.texts()).doesNotContain("lock right", "lock left").contains("two");
    }

    @Test
    void everyOrderPaintsWithoutATaskAndWithOne() {
        for (int count : Set.of(0, 1)) {
            for (RowSort sort : RowSort.values()) {
                RowChoice choice = LIST.sortedBy(sort).groupedBy(RowGroup.HOST).togglePin(0);
                paint(many(count), choice.withArrows(true));
            }
        }
        assertThat(surface.texts()).contains("t0");
    }
}
