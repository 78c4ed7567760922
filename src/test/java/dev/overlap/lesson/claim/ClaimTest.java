package dev.overlap.lesson.claim;

import static dev.overlap.lesson.claim.ClaimResult.FAILS;
import static dev.overlap.lesson.claim.ClaimResult.HOLDS;
import static dev.overlap.lesson.claim.ClaimResult.UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.comparison.Guesses;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tests reading claims and checking them on traces. */
class ClaimTest {

    private static final LessonScope SCOPE =
            new LessonScope(List.of("threads", "sequential"), Set.of("hits"), 2);

    /** Two waits at once: the first ends at 100 ms, the second at 200 ms or when told. */
    private static Trace threads(double end) {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        builder.addWorker("thread-1", Role.THREAD);
        builder.addWorker("thread-2", Role.THREAD);
        builder.busy(0, 0, 10, 100).busy(1, 1, 10, end);
        builder.enter(0, Phase.READY, 10).enter(0, Phase.WAIT, 20).answered(0, 200, 100);
        builder.enter(1, Phase.WAIT, 10).failed(1, FailureKind.RESET, end);
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        builder.counted(counter, -1, 10, 7);
        return builder.finished();
    }

    /** Two waits one after the other, of 100 ms each. */
    private static Trace sequential() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int worker = builder.addWorker("thread-1", Role.THREAD);
        builder.busy(worker, 0, 0, 100).busy(worker, 1, 100, 200);
        builder.enter(0, Phase.WAIT, 0).answered(0, 200, 100);
        builder.enter(1, Phase.WAIT, 100).answered(1, 200, 200);
        return builder.finished();
    }

    private static MeasuredRuns both() {
        return new MeasuredRuns(
                Map.of("threads", List.of(threads(200)), "sequential", List.of(sequential())),
                Guesses.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wall(threads) = 200ms",
                "wall(threads) <= wall(sequential) and 0.2s >= wall(threads)",
                "wall(threads) < 0.6 * wall(sequential) + 100ms",
                "wall(threads)-wall(sequential)=0ms",
                "wall(threads) / wall(sequential) > 0.5",
                "2 * (1 + 3) = 16 / 2",
                "10 - 3 - 2 = 5",
                "first(threads) = 100ms",
                "failed(threads) = 1 and answered(threads) = 1 and cancelled(threads) = 0",
                "tasks(threads) = 2 and peak(threads) = 2 and peak(sequential) = 1",
                "workers(threads) = 2 and threads(threads) = 2 and threads(sequential) = 1",
                "most(threads, wait) = 2 and most(sequential, wait) = 1",
                "ready(threads) = 10ms and wait(sequential) = 200ms",
                "begin(threads, 2) = 10ms and end(threads, 1) < end(threads, 2)",
                "busy(threads) = 280ms and deadlocks(threads) = 0 and connections(threads) = 0",
                "lost(threads, hits) = 3",
            })
    void holds(String claim) {
        assertThat(Claim.parse(claim).check(both())).isEqualTo(HOLDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wall(threads) < 200ms",
                "wall(threads) > wall(sequential)",
                "most(threads, wait) = 1 and peak(threads) = 2",
                "lost(threads, hits) = 0",
                "lost(threads, hits) = 0 and wall(event-loop) > 0ms",
            })
    void fails(String claim) {
        assertThat(Claim.parse(claim).check(both())).isEqualTo(FAILS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wall(event-loop) < 1s",
                "wall(threads) = 200ms and wall(event-loop) < 1s",
                "lost(sequential, hits) = 0",
                "failed(sequential) / failed(sequential) = 1",
            })
    void isUnknownWhereSomethingWasNotMeasured(String claim) {
        assertThat(Claim.parse(claim).check(both())).isEqualTo(UNKNOWN);
    }

    /** The list of a lesson can be changed before it is run. */
    @Test
    void isUnknownOfATaskThatTheRunDoesNotHave() {
        assertThat(Claim.parse("end(threads, 3) > 0ms").check(both())).isEqualTo(UNKNOWN);
    }

    @Test
    void medianOfSeveralRunsCounts() {
        MeasuredRuns runs =
                new MeasuredRuns(
                        Map.of("threads", List.of(threads(900), threads(200), threads(300))),
                        Guesses.NONE);
        assertThat(Claim.parse("wall(threads) = 300ms").check(runs)).isEqualTo(HOLDS);
        assertThat(runs.wallNanos("threads")).isEqualTo(300_000_000);
        assertThat(runs.wallNanos("sequential")).isEqualTo(-1);
        assertThat(runs.models()).containsExactly("threads");
    }

    @Test
    void figuresThatItNamesAreToldWithTheirValues() {
        MeasuredRuns runs =
                new MeasuredRuns(Map.of("threads", List.of(threads(300))), Guesses.NONE);
        Claim claim =
                Claim.parse(
                        "wall(threads) < 2 * wall(sequential) and wall(threads) > 0ms"
                                + " and end(threads, 9) > 0ms and tasks(threads) = 2");

        assertThat(claim.figures(runs))
                .containsExactly("wall(threads) = 300 ms", "tasks(threads) = 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wall(threads) | A claim compares two values with <, <=, >, >= or =, not with the"
                        + " end of the line. Write a claim as in: wall(event-loop) < 0.6 *"
                        + " wall(sequential).",
                "wall(threads) < 300 | A time cannot be compared with a number. Give the number a"
                        + " unit, as in 300ms.",
                "wall(threads) + 1 < 1s | A time cannot be added to a number. Give the number a"
                        + " unit, as in 300ms.",
                "wall(threads) * 2s < 1s | A time times a time is no time. Multiply one by a"
                        + " number.",
                "2 / wall(threads) < 1 | A number cannot be divided by a time. Divide a time by a"
                        + " time.",
                "wal(threads) < 1s | `\"wal\" is not measured. Did you mean \"wall\"?`",
                "wall(treads) < 1s | `There is no model \"treads\". Did you mean \"threads\"?`",
                "wall threads < 1s | `wall needs a (, not \"threads\".`",
                "wall(threads < 1s | `wall needs a ), not \"<\".`",
                "(wall(threads) < 1s | `A term in parentheses needs a ), not \"<\".`",
                "wall(threads) < | A value is missing before the end of the line. Write a claim as"
                        + " in: wall(event-loop) < 0.6 * wall(sequential).",
                "wall(threads) < 1s, 2s | `After a comparison comes \"and\" or the end of the line,"
                        + " not \",\".`",
                "wall(threads) < 5 parsecs | A time cannot be compared with a number. Give the"
                        + " number a unit, as in 300ms.",
                "wall(threads) < 5xs | `\"5xs\" is not a duration. Write it as in 400ms, 2.5s or"
                        + " 1min.`",
                "wall(threads) & 2 | `\"& 2\" cannot be read. Write a claim as in: wall(event-loop)"
                        + " < 0.6 * wall(sequential).`",
                "most(threads) = 2 | most also needs a phase, as in most(threads, wait).",
                "most(threads, hits) = 2 | `most needs a phase, as in most(threads, wait), not"
                        + " \"hits\".`",
                "end(threads, 0) = 2s | `end needs the number of a task, as in end(threads, 2), not"
                        + " \"0\".`",
                "lost(threads, 3) = 0 | `lost needs a counter, as in lost(threads, hits), not"
                        + " \"3\".`",
            })
    void mistakeIsToldInASentence(String claim, String sentence) {
        assertThatThrownBy(() -> Claim.parse(claim))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void tooLongClaimIsRefused() {
        assertThatThrownBy(() -> Claim.parse("(".repeat(100_000)))
                .hasMessage("A claim has at most 300 characters. Split it into several.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wall(event-loop) < 1s | `The lesson does not run \"event-loop\". The models are:"
                        + " sequential, threads.`",
                "lost(threads, hitz) = 0 | `The list has no counter \"hitz\". Did you mean"
                        + " \"hits\"?`",
                "end(threads, 3) < 1s | There is no task 3. The tasks of the list are numbered"
                        + " from 1 to 2.",
            })
    void nameThatTheLessonDoesNotHaveIsTold(String claim, String sentence) {
        Claim parsed = Claim.parse(claim);
        assertThatThrownBy(() -> parsed.requireWithin(SCOPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void namesOfTheLessonAreAccepted() {
        Claim claim = Claim.parse("lost(threads,  hits) = 0 and end(sequential, 2) > 0s ");
        assertThatCode(() -> claim.requireWithin(SCOPE)).doesNotThrowAnyException();
        assertThat(claim.models()).containsExactly("threads", "sequential");
        assertThat(claim.text()).isEqualTo("lost(threads, hits) = 0 and end(sequential, 2) > 0s");
        assertThat(claim)
                .isEqualTo(Claim.parse(claim.text()))
                .hasSameHashCodeAs(Claim.parse(claim.text()))
                .isNotEqualTo(Claim.parse("1 = 1"));
    }

    /** Whatever is typed is a claim or reported, and a claim never throws. */
    @Test
    void anyTextIsAClaimOrReported() {
        MeasuredRuns runs = both();
        List<String> good =
                List.of(
                        "wall(event-loop) < 0.6 * wall(sequential)",
                        "most(threads, wait) = 2 and 3 * (1 + 2) <= 9 / 1",
                        "lost(threads, hits) > 0 and end(threads, 1) < 2.5s");
        InputMutator.each(InputMutator.INPUTS, 16, good, text -> check(text, runs));
    }

    private static void check(String text, MeasuredRuns runs) {
        try {
            Claim claim = Claim.parse(text);
            claim.requireWithin(SCOPE);
            assertThat(claim.check(runs)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).*[.?]$").hasMessageNotContaining("Exception");
        }
    }
}
