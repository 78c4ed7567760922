package dev.overlap.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.LessonResult.Invalid;
import dev.overlap.lesson.LessonResult.Valid;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class LessonDraftTest {

    private static final Plan PLAN = TraceBuilder.plan("threads", "lab:/a", "lab:/b");

    private static final Zoom ZOOM = new Zoom(Duration.ofMillis(100), Duration.ofMillis(400));

    @Test
    void whatWasTypedBecomesALesson() {
        LessonDraft draft =
                new LessonDraft(
                        PLAN,
                        " threads , sequential",
                        " Mine ",
                        "How long?\n\nGuess.",
                        List.of(
                                new Observation("The first."),
                                new Observation(" "),
                                new Observation("The second.", "2", "", ZOOM, null)),
                        "So.",
                        "",
                        "wall(threads) < wall(sequential)\nfailed(threads) = 0",
                        "");

        Lesson lesson = ((Valid) draft.lesson("own")).lesson();

        assertThat(lesson.title()).isEqualTo("Mine");
        assertThat(lesson.models()).containsExactly("threads", "sequential");
        assertThat(lesson.question()).isEqualTo("How long?\n\nGuess.");
        assertThat(lesson.lookAt())
                .containsExactly(
                        new Observation("The first."),
                        new Observation("The second.", "2", "", ZOOM, null));
        assertThat(lesson.claims()).hasSize(2);
        assertThat(lesson.sites()).isEqualTo(PLAN.sites());
        assertThat(lesson.runs()).isEqualTo(3);
    }

    @Test
    void everyMistakeIsToldInASentence() {
        LessonDraft draft =
                new LessonDraft(
                        PLAN, "thread", "Mine", "", List.of(), "So.", "", "wall(threads) <", "");

        assertThat(((Invalid) draft.lesson("own")).problems())
                .extracting(LessonProblem::sentence)
                .anyMatch(it -> it.startsWith("There is no model \"thread\""))
                .anyMatch(
                        it ->
                                it.equals(
                                        "\"question\" is empty. Write some text, or leave the key"
                                                + " out."))
                .anyMatch(it -> it.startsWith("There is nothing to look at."))
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
