package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Theme;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class TooltipContentTest {

    private static final long MILLI = 1_000_000;

    @Test
    void tooltipOfATaskListsItsPhasesInOrder() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a").enter(0, Phase.SEND, 1).enter(0, Phase.WAIT, 2);
        ChartFrame frame = ChartFrame.of(traceBuilder.answered(0, 200, 302).finished());
        assertThat(tooltip(frame, new HitResult.Row(0, 2)))
                .isEqualTo(
                        new TooltipContent(
                                "a",
                                "wait 300 ms, from 2.0 ms to 302 ms",
                                List.of(
                                        new TooltipContent.PhaseShare(Phase.QUEUED, MILLI),
                                        new TooltipContent.PhaseShare(Phase.SEND, MILLI),
                                        new TooltipContent.PhaseShare(Phase.WAIT, 300 * MILLI)),
                                "It was handed over after 1.0 ms."));
    }

    @Test
    void tooltipOfAFailureContainsItsMessage() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a").enter(0, Phase.WAIT, 1).failed(0, FailureKind.RESET, 50);
        TooltipContent tooltip =
                tooltip(ChartFrame.of(traceBuilder.finished()), new HitResult.Row(0, -1));
        assertThat(tooltip.here()).isEmpty();
        assertThat(tooltip.reason()).endsWith("Try again.");
    }

    @Test
    void tooltipOfTheLoopNamesTheTaskThatBlocksIt() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.busy(loop, 0, 10, 410);
        ChartFrame frame = ChartFrame.of(traceBuilder.answered(0, 200, 410).finished());
        assertThat(tooltip(frame, new HitResult.Lane(loop, 0)))
                .isEqualTo(
                        new TooltipContent(
                                "loop-1",
                                "busy 400 ms, from 10 ms to 410 ms",
                                List.of(),
                                "For a."));
        assertThat(tooltip(frame, new HitResult.Nothing())).isNull();
    }

    @Test
    void everyPhaseOfATooltipHasShapeNameAndTimeOnOneLine() {
        List<TooltipContent.PhaseShare> parts =
                List.of(
                        new TooltipContent.PhaseShare(Phase.CONNECT, 20 * MILLI),
                        new TooltipContent.PhaseShare(Phase.WAIT, 3 * MILLI));
        TooltipContent tooltip =
                new TooltipContent("a", "wait", parts, "It was handed over at once.");
        TooltipPainter painter = new TooltipPainter(RecordingSurface.METRICS);
        PaintTarget target =
                new PaintTarget(painter.width(tooltip), painter.height(tooltip), 1, Theme.LIGHT);
        RecordingSurface surface = new RecordingSurface();
        painter.paint(surface, tooltip, target);
        for (TooltipContent.PhaseShare phaseShare : parts) {
            assertThat(surface.fills(Theme.LIGHT.of(phaseShare.phase())))
                    .singleElement()
                    .satisfies(
                            swatch ->
                                    assertThat(surface.textsBeside(swatch.middle()))
                                            .containsExactly(
                                                    phaseShare.phase().words(),
                                                    DurationFormat.text(phaseShare.nanos())));
        }
        assertThat(surface.texts()).startsWith("a").endsWith("It was handed over at once.");
    }

    @Test
    void everyLineStaysInsideTheTarget() {
        String url = "https://example.org/" + "very-long-path/".repeat(20);
        TraceBuilder traceBuilder =
                TraceBuilder.of(url).enter(0, Phase.WAIT, 1).failed(0, FailureKind.RESET, 50);
        TooltipContent tooltip =
                tooltip(ChartFrame.of(traceBuilder.finished()), new HitResult.Row(0, 1));
        TooltipPainter painter = new TooltipPainter(RecordingSurface.METRICS);
        PaintTarget target =
                new PaintTarget(painter.width(tooltip), painter.height(tooltip), 1, Theme.DARK);
        RecordingSurface surface = new RecordingSurface();
        painter.paint(surface, tooltip, target);

        assertThat(target.width()).isLessThanOrEqualTo(401);
        assertThat(surface.words())
                .hasSizeGreaterThan(4)
                .allMatch(drawnText -> drawnText.left() >= 0 && drawnText.right() <= target.width())
                .allMatch(
                        drawnText ->
                                drawnText.baseline() > 0
                                        && drawnText.baseline() < target.height() - 4);
        assertThat(surface.words().getFirst().text()).startsWith("https://example.org/very");
    }

    private static @Nullable TooltipContent tooltip(ChartFrame frame, HitResult hit) {
        String wait =
                hit instanceof HitResult.Row row
                        ? WaitExplanation.longest(frame.trace(), row.task(), frame.horizonNanos())
                        : "";
        return Tooltips.of(frame, hit, wait);
    }
}
