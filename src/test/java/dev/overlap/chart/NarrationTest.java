package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.compare.Guesses;
import dev.overlap.paint.Folding;
import dev.overlap.paint.Frame;
import dev.overlap.paint.Multiples;
import dev.overlap.testkit.Comparisons;
import dev.overlap.testkit.Story;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What somebody hears who does not see the chart. */
class NarrationTest {

    @Test
    void everyTaskIsCountedByTheWayItEnded() {
        Story story = Story.of("a", "b", "c", "d", "e");
        for (int task = 0; task < 5; task++) {
            story.enter(task, Phase.WAIT, 0);
        }
        story.answered(0, 200, 100).answered(1, 503, 110).failed(2, Failure.RESET, 120);
        story.end(3, new Outcome.Cancelled(), 120).end(4, new Outcome.Computed(), 200);
        assertThat(Narration.of(Frame.of(story.finished())))
                .isEqualTo(
                        "Timeline of 5 tasks, finished in 200 ms: 2 answered, 1 computed, 1 failed,"
                                + " 1 cancelled, at most 5 in flight at once.");
    }

    @Test
    void whatDoesNotOccurIsNotSpokenOfButFailures() {
        Story story = Story.of("a").enter(0, Phase.WAIT, 0).answered(0, 200, 100);
        assertThat(Narration.of(Frame.of(story.finished())))
                .isEqualTo(
                        "Timeline of 1 task, finished in 100 ms: 1 answered, 0 failed, at most 1"
                                + " in flight at once.");
    }

    @Test
    void aRunThatGoesOnHasNoEnd() {
        Story story = Story.of("a", "b").enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0);
        story.answered(0, 200, 0);
        assertThat(Narration.of(Frame.of(story.live())))
                .isEqualTo("Timeline of 2 tasks, running: 1 answered, 0 failed.");
    }

    @Test
    void rowsAreNamedWhereTheyAreNotTheTasks() {
        Story story = Story.of("a").enter(0, Phase.WAIT, 0);
        story.hire("thread-1", WorkerTrack.Role.THREAD);
        story.hire("thread-2", WorkerTrack.Role.THREAD);
        Frame frame = Frame.of(story.answered(0, 200, 100).finished());
        assertThat(Narration.of(frame.foldedBy(Folding.WORKERS)))
                .endsWith(" Rows by worker: 2 workers.");
        assertThat(Narration.of(frame.foldedBy(Folding.CONNECTIONS)))
                .endsWith(" Rows by connection: 0 connections.");
    }

    @Test
    void aComparisonIsHeardWithItsGuessesAndWhatIsStillToCome() {
        Multiples shown =
                Multiples.of(
                                Comparisons.unfinished(
                                        Comparisons.entry("threads", 400),
                                        Comparisons.entry("sequential")))
                        .guessing(new Guesses(Map.of("threads", 800_000_000L)));
        assertThat(Narration.of(shown))
                .isEqualTo(
                        "Comparison of 2 ways to run the list. Threads: 400 ms, guess 800 ms:"
                                + " 2.0 \u00d7 too long; Sequential: waits for its turn.");
    }
}
