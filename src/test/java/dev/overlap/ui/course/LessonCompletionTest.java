package dev.overlap.ui.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.ModelTime;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class LessonCompletionTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Plan THREADS = TraceBuilder.plan("threads", "lab:/a", "lab:/b", "lab:/c");
    private static final Guesses GUESSES = Guesses.NONE.with("threads", 700_000_000L);
    private static final Lesson LESSON =
            new Lesson(
                    "one",
                    "One",
                    "How long?",
                    THREADS.sites(),
                    List.of("threads", "sequential"),
                    THREADS.settings(),
                    1,
                    4,
                    true,
                    List.of(),
                    "So it is.",
                    "",
                    List.of(),
                    "",
                    "");

    private static Trace trace() {
        return ComparisonBuilder.entry("threads", 400).samples().getFirst().trace();
    }

    private static CompletedLesson done(ModelTime... times) {
        return new CompletedLesson("one", AT, List.of(times));
    }

    @Test
    void finishedRunOfTheLessonCompletesItWithItsGuess() {
        assertThat(LessonCompletion.of(LESSON, THREADS, trace(), GUESSES, AT))
                .isEqualTo(done(new ModelTime("threads", 700_000_000, 400_000_000)));
    }

    @Test
    void runOfAnEditedListCompletesNothing() {
        Plan edited = new Plan(SiteList.parse("lab:/a"), THREADS.model(), THREADS.settings());

        assertThat(LessonCompletion.of(LESSON, edited, trace(), GUESSES, AT)).isNull();
        assertThat(
                        LessonCompletion.of(
                                LESSON, THREADS, TraceBuilder.of("lab:/a").live(), GUESSES, AT))
                .as("a run that has not finished")
                .isNull();
    }

    @Test
    void timeUnderOtherSettingsOrModelsIsNotTheLessons() {
        Settings other = THREADS.settings().withWorkers(7);
        Plan changed = new Plan(THREADS.sites(), "threads", other);

        assertThat(LessonCompletion.of(LESSON, changed, trace(), GUESSES, AT)).isEqualTo(done());
        assertThat(
                        LessonCompletion.of(
                                LESSON,
                                new Plan(THREADS.sites(), "event-loop", THREADS.settings()),
                                trace(),
                                GUESSES,
                                AT))
                .isEqualTo(done());
    }

    @Test
    void comparisonCompletesTheLessonWithItsMedians() {
        Comparison comparison =
                ComparisonBuilder.of(
                        ComparisonBuilder.entry("sequential", 1100, 1200, 1300),
                        ComparisonBuilder.entry("threads", 400, 410, 420));

        assertThat(LessonCompletion.of(LESSON, comparison, GUESSES, AT))
                .isEqualTo(
                        done(
                                new ModelTime("sequential", ModelTime.NO_GUESS, 1_200_000_000),
                                new ModelTime("threads", 700_000_000, 410_000_000)));
    }

    @Test
    void stoppedComparisonCompletesNothing() {
        Comparison stopped =
                ComparisonBuilder.finished(
                        3,
                        ComparisonBuilder.entry("sequential", 1100, 1200),
                        ComparisonBuilder.entry("threads", 400));

        assertThat(LessonCompletion.of(LESSON, stopped, GUESSES, AT)).isNull();
    }

    @Test
    void sweepCompletesTheLessonWithoutTimes() {
        Comparison sweep =
                ComparisonBuilder.of(
                        ComparisonBuilder.workers("threads", 1, 1200),
                        ComparisonBuilder.workers("threads", 2, 600));

        assertThat(LessonCompletion.of(LESSON, sweep, GUESSES, AT)).isEqualTo(done());
    }
}
