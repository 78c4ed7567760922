package dev.overlap.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.Story;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import java.util.List;

class TipTest {

    private static final long MILLI = 1_000_000;

    @Test
    void tipOfATaskHasItsPhasesInTheirOrder() {
        Story story = Story.of("a").enter(0, Phase.SEND, 1).enter(0, Phase.WAIT, 2);
        Frame frame = Frame.of(story.answered(0, 200, 302).finished());
        assertThat(Tip.of(frame, new Hit.Row(0, 2)))
                .isEqualTo(
                        new Tip(
                                "a",
                                "wait 300 ms, from 2.0 ms to 302 ms",
                                List.of(
                                        new Tip.Part(Phase.QUEUED, MILLI),
                                        new Tip.Part(Phase.SEND, MILLI),
                                        new Tip.Part(Phase.WAIT, 300 * MILLI)),
                                "It was handed over after 1.0 ms."));
    }

    @Test
    void tipOfAFailureHasItsSentence() {
        Story story = Story.of("a").enter(0, Phase.WAIT, 1).failed(0, Failure.RESET, 50);
        Tip tip = Tip.of(Frame.of(story.finished()), new Hit.Row(0, -1));
        assertThat(tip.here()).isEmpty();
        assertThat(tip.reason()).endsWith("Try again.");
    }

    @Test
    void tipOfTheLoopNamesTheTaskThatHoldsIt() {
        Story story = Story.of("a");
        int loop = story.hire("loop-1", WorkerTrack.Role.LOOP);
        story.busy(loop, 0, 10, 410);
        Frame frame = Frame.of(story.answered(0, 200, 410).finished());
        assertThat(Tip.of(frame, new Hit.Lane(loop, 0)))
                .isEqualTo(
                        new Tip(
                                "loop-1",
                                "busy 400 ms, from 10 ms to 410 ms",
                                List.of(),
                                "For a."));
        assertThat(Tip.of(frame, new Hit.Nothing())).isNull();
    }

    @Test
    void everyPhaseOfATipHasItsShapeItsNameAndItsTimeOnOneLine() {
        List<Tip.Part> parts =
                List.of(
                        new Tip.Part(Phase.CONNECT, 20 * MILLI),
                        new Tip.Part(Phase.WAIT, 3 * MILLI));
        Tip tip = new Tip("a", "wait", parts, "It was handed over at once.");
        TipPainter painter = new TipPainter(RecordingSurface.METRICS);
        Sheet sheet = new Sheet(painter.width(tip), painter.height(tip), 1, Theme.LIGHT);
        RecordingSurface surface = new RecordingSurface();
        painter.paint(surface, tip, sheet);
        for (Tip.Part part : parts) {
            assertThat(surface.fills(Theme.LIGHT.of(part.phase())))
                    .singleElement()
                    .satisfies(
                            swatch ->
                                    assertThat(surface.textsBeside(swatch.middle()))
                                            .containsExactly(
                                                    part.phase().words(),
                                                    Durations.text(part.nanos())));
        }
        assertThat(surface.texts()).startsWith("a").endsWith("It was handed over at once.");
    }

    @Test
    void everyLineStaysInsideTheSheet() {
        String url = "https://example.org/" + "very-long-path/".repeat(20);
        Story story = Story.of(url).enter(0, Phase.WAIT, 1).failed(0, Failure.RESET, 50);
        Tip tip = Tip.of(Frame.of(story.finished()), new Hit.Row(0, 1));
        TipPainter painter = new TipPainter(RecordingSurface.METRICS);
        Sheet sheet = new Sheet(painter.width(tip), painter.height(tip), 1, Theme.DARK);
        RecordingSurface surface = new RecordingSurface();
        painter.paint(surface, tip, sheet);

        assertThat(sheet.width()).isLessThanOrEqualTo(401);
        assertThat(surface.words())
                .hasSizeGreaterThan(4)
                .allMatch(words -> words.left() >= 0 && words.right() <= sheet.width())
                .allMatch(words -> words.baseline() > 0 && words.baseline() < sheet.height() - 4);
        assertThat(surface.words().getFirst().text()).startsWith("https://example.org/very");
    }
}
