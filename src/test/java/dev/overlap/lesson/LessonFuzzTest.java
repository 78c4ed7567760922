package dev.overlap.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.InputMutator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** Checks that any text is either a lesson or reported with valid line numbers. */
class LessonFuzzTest {

    private static final List<String> GOOD =
            Stream.concat(
                            Stream.of(
                                    LessonFiles.MINIMAL,
                                    LessonFiles.MINIMAL
                                            + """
                                            settings:
                                              workers: 7
                                              timeout: 2.5s
                                              warm: true
                                            runs: 5
                                            asks-for-guess: true
                                            notes: >
                                              A few.
                                            """,
                                    LessonFiles.MINIMAL.replaceFirst(
                                            "look-at: .*",
                                            """
                                            look-at:
                                              - say: Here.
                                                select: 2
                                                zoom: 1ms-2ms
                                            expect:
                                              - wall(threads) < 2 * wall(event-loop)
                                            """)),
                            LessonFiles.all().stream().map(LessonFiles::read))
                    .toList();

    @Test
    void everyFileIsALessonOrReported() {
        InputMutator.each(InputMutator.INPUTS, 40, GOOD, LessonFuzzTest::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyFilesIsALessonOrReported() {
        InputMutator.each(InputMutator.SOAK_INPUTS, 41, GOOD, LessonFuzzTest::check);
    }

    private static void check(String text) {
        switch (LessonReader.read("fuzz", text)) {
            case LessonResult.Valid(Lesson lesson) -> {
                assertThat(lesson.title()).isNotBlank();
                assertThat(lesson.models()).isNotEmpty();
                assertThat(lesson.sites().problems()).isZero();
            }
            case LessonResult.Invalid(List<LessonProblem> problems) -> {
                assertThat(problems).isNotEmpty();
                problems.forEach(problem -> check(problem, text));
            }
        }
    }

    private static void check(LessonProblem problem, String text) {
        int lines = 1 + text.split("\r\n|[\r\n\u0085\u2028\u2029]", -1).length;
        assertThat(problem.line()).isBetween(1, lines);
        assertThat(problem.sentence())
                .containsPattern("[.?]$")
                .doesNotContain("\n", "\r", "Exception", "java.lang", "snakeyaml");
    }
}
