package dev.overlap.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** {@link LessonFuzzTest} writes and reads many more. */
class LessonWriterTest {

    static List<Lesson> course() {
        return LessonCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("course")
    void lessonOfTheCourseIsTheSameAfterItWasWritten(Lesson lesson) {
        String text = LessonWriter.write(lesson);
        assertThat(LessonReader.read(lesson.id(), text)).isEqualTo(new LessonResult.Valid(lesson));
    }

    @Test
    void fileReadsAsIfAPersonHadWrittenIt() {
        String text =
                """
                # yaml-language-server: $schema=lesson.schema.json
                title: 'Waits: how long?'
                question: |
                  Four pages take their time, and each of them has a thread of its own, which waits for the reply and
                  does nothing else. How long?

                  Guess.
                sites: |
                  lab:/delay/300 x2
                  # of one's own
                  cpu:5ms
                  add:hits x2
                models: [threads, sequential]
                settings:
                  workers: 4
                  warm: true
                  timeout: 2.5 s
                runs: 2
                minutes: 5
                asks-for-guess: true
                look-at:
                - say: |
                    The second one.
                  select: '2'
                  rows: workers
                  zoom: 100 ms-400 ms
                  at: 150 ms
                explanation: |
                  It took {wall.threads}.
                take-home: |
                  Waits overlap.
                expect:
                - wall(threads) < wall(sequential)
                break-it: hits
                notes: |
                  Ask.
                """;
        LessonResult read = LessonReader.read("own", text);
        assertThat(read).isInstanceOf(LessonResult.Valid.class);
        assertThat(LessonWriter.write(((LessonResult.Valid) read).lesson())).isEqualTo(text);
    }
}
