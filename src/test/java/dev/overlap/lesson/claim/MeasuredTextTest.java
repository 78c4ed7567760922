package dev.overlap.lesson.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tests texts with measured figures. */
class MeasuredTextTest {

    private static final LessonScope SCOPE =
            new LessonScope(List.of("threads", "sequential"), Set.of("hits"), 2);

    /** Two sleeps at once, of 100 and 300 ms, and a counter that lost three updates. */
    private static Trace threads() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        builder.enter(0, Phase.PAUSE, 0).end(0, new Outcome.Done(), 100);
        builder.enter(1, Phase.PAUSE, 0).end(1, new Outcome.Done(), 300);
        builder.counted(builder.addResource("hits", ResourceTrack.Type.COUNTER, 1), -1, 10, 7);
        return builder.finished();
    }

    private static Trace sequential() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        builder.enter(0, Phase.PAUSE, 0).end(0, new Outcome.Done(), 100);
        builder.enter(1, Phase.PAUSE, 100).end(1, new Outcome.Done(), 420);
        return builder.finished();
    }

    private static MeasuredRuns runs(boolean withSequential) {
        Map<String, List<Trace>> runs = new LinkedHashMap<>();
        runs.put("threads", List.of(threads()));
        if (withSequential) {
            runs.put("sequential", List.of(sequential()));
        }
        return new MeasuredRuns(runs, new Guesses(Map.of("threads", 250_000_000L)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It took {wall.threads}. | It took 300 ms.",
                "Guess {guess.threads}, alone {longest}. | Guess 250 ms, alone 300 ms.",
                "{first}, {first.threads} | 100 ms, 100 ms",
                "{lost.hits} of {lost.threads.hits} | 3 of 3",
                "{most.threads.pause} at once for {pause.threads} | 2 at once for 400 ms",
                "{end.threads.1} and {peak.threads} | 100 ms and 2",
                "A set {{1, 2} in braces}. | A set {1, 2} in braces}.",
                "No figure at all | No figure at all",
            })
    void figuresArePutIn(String text, String filled) {
        assertThat(MeasuredText.problems(text, SCOPE)).isEmpty();
        assertThat(MeasuredText.paragraphs(text, runs(false))).containsExactly(filled);
    }

    @Test
    void derivedSumIsMarkedAndAMeasuredOneTakesItsPlace() {
        assertThat(MeasuredText.paragraphs("{sum}", runs(false)))
                .containsExactly("\u2248\u00a0400 ms");
        assertThat(MeasuredText.paragraphs("{sum}", runs(true))).containsExactly("420 ms");
    }

    @Test
    void sentenceWithoutAValueIsLeftOut() {
        String text =
                "One. It took {wall.sequential}; yes. \"Two?\" {wall.threads} it was.\n\n"
                        + "{guess.sequential} was guessed.\n\nThree.";
        assertThat(MeasuredText.paragraphs(text, runs(false)))
                .containsExactly("One. \"Two?\" 300 ms it was.", "Three.");
        assertThat(MeasuredText.paragraphs(text, MeasuredRuns.NONE))
                .containsExactly("One. \"Two?\"", "Three.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{wal.threads} | `\"{wal.threads}\" is not measured.`",
                "{} | `\"{}\" is not measured.`",
                "{wall} | `\"{wall}\" needs a model.`",
                "{ready} | `\"{ready}\" needs a model.`",
                "{wall.threads | `\"{wall.threads\" has no closing brace.`",
                "{most.threads} | `\"{most.threads}\" needs a model, and a phase, as in"
                        + " most(threads, wait).`",
                "{most.threads.hits} | `\"{most.threads.hits}\" needs a phase, as in most(threads,"
                        + " wait).`",
            })
    void unknownFigureIsTold(String text, String sentence) {
        assertThat(MeasuredText.problems(text, SCOPE))
                .containsExactly(
                        sentence
                                + " A brace begins a measured figure, such as {wall.threads} or"
                                + " {sum}; write {{ for a brace.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{wall.event-loop} | `The lesson does not run \"event-loop\".`",
                "{guess.event-loop} | `The lesson does not run \"event-loop\".`",
                "{lost.misses} | `The list has no counter \"misses\".`",
                "{end.threads.7} | There is no task 7.",
            })
    void figureThatTheLessonDoesNotHaveIsTold(String text, String begin) {
        assertThat(MeasuredText.problems("See " + text, SCOPE))
                .singleElement()
                .asString()
                .startsWith(begin);
    }

    /** Whatever is written is filled in, or reported, or both. */
    @Test
    void anyTextIsFilled() {
        List<String> good =
                List.of(
                        "It took {wall.threads}. {sum} one after another.\n\n{{x} {lost.hits}",
                        "{guess.threads} {most.threads.pause} {end.threads.2} {first}");
        InputMutator.each(InputMutator.INPUTS, 17, good, MeasuredTextTest::check);
    }

    private static void check(String text) {
        assertThat(MeasuredText.problems(text, SCOPE)).allMatch(it -> it.matches("(?s).*[.?]"));
        if (MeasuredText.problems(text, SCOPE).isEmpty()) {
            assertThat(MeasuredText.paragraphs(text, runs(true))).doesNotContain("");
        }
    }
}
