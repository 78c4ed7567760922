package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.resource.ResourceMark;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** What a chart shows of the results that the program collects. */
class CollectedResultsTest {

    private static final PaintTarget TARGET = new PaintTarget(1_000, 600, 1, Theme.LIGHT);
    private static final int LINE = Theme.LIGHT.accent();

    private final RecordingSurface surface = new RecordingSurface();
    private final ChartPainter painter = new ChartPainter(RecordingSurface.METRICS);

    /** The first of three is the slowest; in order, it holds the second, and the third fails. */
    private static Trace trace(CollectRule rule) {
        TraceBuilder builder = TraceBuilder.of("a", "b", "c").collects(rule);
        int thread = builder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        builder.busy(thread, 0, 0, 300);
        for (int task = 0; task < 3; task++) {
            builder.enter(task, Phase.WAIT, 1);
        }
        builder.answered(1, 200, 100).answered(0, 200, 300).answered(2, 200, 400);
        return builder.collected(0, 300).collected(1, 300).collected(2, 400.5).finished();
    }

    private ChartLayout paint(ChartFrame frame) {
        return painter.paint(surface, frame, TARGET);
    }

    private List<Shape> lines(ChartLayout layout) {
        return surface.shapes(ShapeKind.DASHED).stream()
                .filter(shape -> shape.argb() == LINE)
                .filter(shape -> layout.rows().contains(shape.middle()))
                .toList();
    }

    @Test
    void aTaskThatIsDoneHasALineUntilTheProgramHasItsResult() {
        ChartLayout layout = paint(ChartFrame.of(trace(CollectRule.EACH)));

        Shape line = lines(layout).getFirst();
        assertThat(lines(layout)).hasSize(1);
        assertThat(layout.rowAt(line.middle())).isEqualTo(1);
        assertThat(line.x()).isEqualTo(layout.scale().edge(100_000_000));
        assertThat(line.right()).isEqualTo(layout.scale().edge(300_000_000));
        assertThat(surface.texts()).contains(ResourceMark.NOT_COLLECTED.words());
    }

    @ParameterizedTest
    @EnumSource
    void theProgramHasALaneUnlessItWaitsForAll(CollectRule rule) {
        ChartLayout layout = paint(ChartFrame.of(trace(rule)));

        boolean has = rule != CollectRule.AT_END;
        assertThat(layout.lanes().programLane().height() > 0).isEqualTo(has);
        assertThat(surface.texts().contains("the program")).isEqualTo(has);
        assertThat(lines(layout).isEmpty()).isEqualTo(rule != CollectRule.EACH);
        assertThat(layout.lanes().programLane().bottom()).isLessThanOrEqualTo(TARGET.height());
    }

    @Test
    void theLaneHasAMarkWhereAResultWasInHand() {
        ChartLayout layout = paint(ChartFrame.of(trace(CollectRule.EACH)));

        List<Shape> marks =
                surface.fills(Theme.LIGHT.busy()).stream()
                        .filter(it -> layout.lanes().programLane().contains(it.middle()))
                        .toList();
        assertThat(marks)
                .as("two at the same instant, and the last at the end of the run")
                .extracting(Shape::x)
                .containsExactly(
                        layout.scale().edge(300_000_000), layout.scale().edge(400_000_000));
        assertThat(surface.texts()).contains("3 of 3");
    }

    @Test
    void aReplayShowsWhatWasInHandByThen() {
        Trace trace = trace(CollectRule.EACH);
        long horizon = 200_000_000;
        ChartFrame all = ChartFrame.of(trace);
        ChartFrame frame =
                new ChartFrame(
                        trace,
                        TraceMetrics.of(trace, horizon),
                        horizon,
                        all.range(),
                        0,
                        -1,
                        all.maxRows(),
                        RowGrouping.TASKS);

        ChartLayout layout = paint(frame);

        assertThat(surface.texts()).contains("0 of 3");
        assertThat(lines(layout))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.right()).isEqualTo(layout.scale().edge(horizon)));
        assertThat(Tooltips.of(frame, new HitResult.Row(1, -1), "It waited.").reason())
                .isEqualTo(
                        "It waited. It is done, and the program has not collected its result"
                                + " yet.");
    }

    @Test
    void laneAndRowExplainThemselves() {
        ChartFrame frame = ChartFrame.of(trace(CollectRule.EACH));
        ChartLayout layout = paint(frame);

        HitResult lane = layout.hit(500, layout.lanes().programLane().middle());
        assertThat(lane).isEqualTo(new HitResult.Program());
        assertThat(Tooltips.of(frame, lane, "").here()).isEqualTo("first result after 300 ms");
        assertThat(Tooltips.of(frame, new HitResult.Row(1, -1), "").reason())
                .isEqualTo(
                        "The program had its result in hand after 300 ms, 200 ms after its end.");
    }

    @Test
    void whoLostAgainstTheFirstIsNotSaidToBeAwaited() {
        TraceBuilder builder = TraceBuilder.of("a", "b").collects(CollectRule.FIRST);
        builder.answered(0, 200, 50).collected(0, 51).end(1, new Outcome.Cancelled(), 52);
        ChartFrame frame = ChartFrame.of(builder.finished());

        ChartLayout layout = paint(frame);

        assertThat(lines(layout)).isEmpty();
        assertThat(surface.texts()).contains("1 of 2");
        assertThat(Tooltips.of(frame, new HitResult.Row(1, -1), "").reason()).isEmpty();
    }
}
