package dev.overlap.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Kind;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.Story;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Limit;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** The chart folded by connection. */
class ConnectionRowsTest {

    private static final Sheet SHEET = new Sheet(1_000, 600, 1, Theme.LIGHT);
    private static final long MILLI = 1_000_000;

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    private static Frame at(Trace trace, long millis) {
        RunTotals figures = RunTotals.of(trace, millis * MILLI);
        return new Frame(
                trace,
                figures,
                millis * MILLI,
                null,
                0,
                -1,
                Integer.MAX_VALUE,
                Folding.CONNECTIONS);
    }

    private static Frame whole(Trace trace) {
        return Frame.of(trace).foldedBy(Folding.CONNECTIONS);
    }

    private Layout paint(Frame frame) {
        return painter.paint(surface, frame, SHEET);
    }

    /** Three tasks, one after another, over one connection, with a pause before the last. */
    private static Trace three() {
        Story story = Story.of("first", "second", "third");
        story.exchange(0, "c-0000000012", 0, 200).answered(0, 200, 200);
        story.exchange(1, "c-0000000012", 200, 400).answered(1, 200, 400);
        story.exchange(2, "c-0000000012", 600, 800).answered(2, 200, 800);
        return story.finished();
    }

    private List<Shape> bars(Layout layout, Phase phase) {
        return surface.fills(Theme.LIGHT.of(phase)).stream()
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    private List<Shape> seams(Layout layout) {
        return surface.fills(Theme.LIGHT.text()).stream()
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    private List<Shape> keptLines() {
        return surface.fills(Theme.LIGHT.spread());
    }

    @Test
    void exchangesOfOneConnectionStandInOneRowUnderTheNamesOfTheirTasks() {
        Layout layout = paint(whole(three()));

        List<Shape> waits = bars(layout, Phase.WAIT);
        assertThat(waits).hasSize(3);
        assertThat(waits).extracting(Shape::middle).containsOnly(waits.getFirst().middle());
        assertThat(bars(layout, Phase.CONNECT)).as("by the one that opened it").hasSize(1);
        assertThat(surface.texts())
                .contains("1", Story.HOST, "3 exchanges", "first", "second", "third");
        assertThat(layout.rowAt(layout.rowTop(1) + 1)).as("there is no second row").isNegative();
    }

    @Test
    void eachReuseHasANotchAndIdleTimeAThinLineThatEndsWithTheLastUse() {
        Layout layout = paint(whole(three()));

        assertThat(seams(layout))
                .extracting(Shape::x)
                .containsExactly(
                        Math.rint(layout.xOf(200 * MILLI)) - 1,
                        Math.rint(layout.xOf(600 * MILLI)) - 1);
        assertThat(keptLines()).hasSize(1);
        Shape line = keptLines().getFirst();
        assertThat(line.x()).isEqualTo(Math.rint(layout.xOf(400 * MILLI)));
        assertThat(line.right()).isEqualTo(Math.rint(layout.xOf(600 * MILLI)));
        assertThat(line.height()).isEqualTo(1);
    }

    @Test
    void aConnectionIsUnknownUntilTheFirstRequestGoesOutOnIt() {
        Layout layout = paint(at(three(), 10));
        assertThat(bars(layout, Phase.CONNECT)).isEmpty();
        assertThat(surface.texts()).contains("No connection was used yet.");

        Layout later = paint(at(three(), 30));
        assertThat(bars(later, Phase.CONNECT)).hasSize(1);
        assertThat(surface.texts()).contains("1 exchange");
    }

    @Test
    void aReplayDoesNotTellInAdvanceThatAConnectionWillBeKept() {
        Layout layout = paint(at(three(), 500));
        assertThat(keptLines()).isEmpty();
        assertThat(surface.texts()).contains("2 exchanges").doesNotContain("third");
        assertThat(layout.rowOfTask(2)).isNegative();
        assertThat(layout.hit(layout.xOf(700 * MILLI), layout.rowTop(0) + 5))
                .isEqualTo(new Hit.Connection(0, 1, false));
    }

    @Test
    void whatIsHitIsTheExchangeAndBesideItTheOneBefore() {
        Trace trace = three();
        Layout layout = paint(whole(trace));
        double y = layout.rowTop(0) + layout.rowHeight() / 2;

        assertThat(layout.hit(layout.xOf(300 * MILLI), y))
                .isEqualTo(new Hit.Connection(0, 1, true));
        assertThat(layout.hit(layout.xOf(500 * MILLI), y))
                .isEqualTo(new Hit.Connection(0, 1, false));
        assertThat(layout.hit(20, y)).isEqualTo(new Hit.Connection(0, -1, false));
        assertThat(layout.taskAt(layout.xOf(300 * MILLI), y)).isEqualTo(1);
        assertThat(layout.taskAt(layout.xOf(500 * MILLI), y)).isEqualTo(1);
        assertThat(layout.taskAt(20, y)).as("its name").isZero();
        assertThat(layout.taskAt(20, layout.rowTop(1) + 5)).as("below the rows").isNegative();
    }

    @Test
    void tipSaysWhoseTheExchangeIsAndHowItCameByItsConnection() {
        Frame frame = whole(three());
        Tip opener = Tip.of(frame, new Hit.Connection(0, 0, true));
        assertThat(opener)
                .isEqualTo(
                        new Tip(
                                "Connection 1 (c-12) to example.org:443",
                                "in use 200 ms, from 0.00 ms to 200 ms",
                                List.of(
                                        new Tip.Part(Phase.CONNECT, 20 * MILLI),
                                        new Tip.Part(Phase.SEND, 20 * MILLI),
                                        new Tip.Part(Phase.WAIT, 140 * MILLI),
                                        new Tip.Part(Phase.RECEIVE, 20 * MILLI)),
                                "For first. It opened this connection."));
        assertThat(Tip.of(frame, new Hit.Connection(0, 2, true)).reason())
                .isEqualTo("For third. The one before was second.");
        assertThat(Tip.of(frame, new Hit.Connection(0, 1, false)).here())
                .isEqualTo("kept, idle 200 ms, from 400 ms to 600 ms");
        assertThat(Tip.of(frame, new Hit.Connection(0, 2, false)).here()).isEqualTo("not in use");
    }

    @Test
    void selectedTaskIsMarkedOnEveryConnectionItUsed() {
        Story story = Story.of("redirected", "other");
        story.exchange(0, "c-1", 0, 100).exchange(1, "c-2", 0, 300).answered(1, 200, 300);
        story.exchange(0, "c-3", 100, 200).answered(0, 200, 200);
        Frame frame = whole(story.finished()).selecting(0);
        Layout layout = paint(frame);

        assertThat(layout.rowsOfTask(0)).containsExactly(0, 2);
        assertThat(surface.fills(Theme.LIGHT.selected())).hasSize(2);
        assertThat(surface.shapes(Kind.OUTLINE))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.accent())
                .extracting(Shape::x, Shape::right)
                .containsExactly(
                        tuple(Math.rint(layout.xOf(0)), Math.rint(layout.xOf(100 * MILLI))),
                        tuple(
                                Math.rint(layout.xOf(100 * MILLI)),
                                Math.rint(layout.xOf(200 * MILLI))));
    }

    @Test
    void tasksThatComputeHaveNoConnectionAndTheFoldSaysSo() {
        Story story = Story.of("cpu:100ms").enter(0, Phase.COMPUTE, 0);
        paint(whole(story.end(0, new Outcome.Computed(), 100).finished()));

        assertThat(surface.texts()).contains("No task of this run used a connection.");
    }

    @Test
    void legendHasOnlyWhatStandsInTheRows() {
        Story story = Story.of("a", "b").exchange(0, "c-1", 50, 200).enter(0, Phase.PAUSE, 200);
        paint(whole(story.answered(0, 200, 300).answered(1, 200, 300).finished()));

        assertThat(surface.texts()).contains("connect", "wait").doesNotContain("queued", "pause");
    }

    @Test
    void longHostIsCutAndItsNumberAndCountAreNot() {
        String host = "a-very-long-name-of-a-host.department.university.example.org:443";
        Story story = Story.of("a").leases(0, new Limit(host, 6, Limit.Origin.OVERLAP, 0));
        story.enter(0, Phase.LEASE, 0).enter(0, Phase.SEND, 1);
        story.note(0, Exchange.begin(0, 0, "/").on("c-1", false)).answered(0, 200, 100);
        Layout layout = paint(whole(story.finished()));

        assertThat(surface.words())
                .filteredOn(words -> words.text().startsWith("a-very"))
                .singleElement()
                .satisfies(
                        words -> {
                            assertThat(words.text()).contains("\u2026").endsWith(":443");
                            assertThat(words.right()).isLessThan(layout.statusRight() - 8);
                        });
    }

    @Test
    void costFollowsThePixelsAndNotTheExchanges() {
        int many = 10_000;
        Story story = new Story(Collections.nCopies(many, "a"));
        for (int task = 0; task < many; task++) {
            story.exchange(task, "c-1", task, task + 0.5).answered(task, 200, task + 0.5);
        }
        Layout layout = paint(whole(story.finished()).selecting(many / 2));

        double pixels = layout.plotRight() - layout.plotLeft();
        long inRows =
                surface.shapes().stream()
                        .filter(shape -> layout.rows().contains(shape.middle()))
                        .count();
        assertThat((double) inRows).isLessThan(pixels * 2);
        assertThat(bars(layout, Phase.WAIT).get(10).height())
                .as("in use for half of the time")
                .isLessThan(layout.rowHeight() / 3);
    }

    @Test
    void onlyVisibleRowsOfTenThousandConnectionsAreLaidOut() {
        int many = 10_000;
        Story story = new Story(Collections.nCopies(many, "a"));
        for (int task = 0; task < many; task++) {
            story.exchange(task, "c-" + task, task, task + 500).answered(task, 200, task + 500);
        }
        Layout layout = paint(whole(story.finished()));

        assertThat(layout.rowsHeight()).isEqualTo(many * layout.rowHeight());
        assertThat(surface.texts()).filteredOn(Story.HOST::equals).hasSizeLessThan(40);
        assertThat(layout.rowOfTask(9_000)).isEqualTo(9_000);
    }
}
