package dev.overlap.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class CourseRecordTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final LessonPicture PICTURE =
            LessonPicture.of(new byte[] {1, 2}, new byte[] {3});

    private static CompletedLesson done(String lesson, Instant at, ModelTime... times) {
        return new CompletedLesson(lesson, at, List.of(times));
    }

    @Test
    void lessonDoneAgainKeepsItsDateAndItsFirstGuessAndTheLastWallTime() {
        CourseRecord record =
                CourseRecord.NONE
                        .with(done("one", MONDAY, new ModelTime("threads", 700, 1150)))
                        .with(done("one", TUESDAY, new ModelTime("threads", 1200, 1200)));

        assertThat(record.of("one"))
                .isEqualTo(done("one", MONDAY, new ModelTime("threads", 700, 1200)));
    }

    @Test
    void guessMadeAfterTheResultWasSeenDoesNotCount() {
        CourseRecord record =
                CourseRecord.NONE
                        .with(
                                done(
                                        "one",
                                        MONDAY,
                                        new ModelTime("threads", ModelTime.NO_GUESS, 400)))
                        .with(done("one", TUESDAY, new ModelTime("threads", 400, 410)));

        assertThat(record.of("one").times())
                .containsExactly(new ModelTime("threads", ModelTime.NO_GUESS, 410));
    }

    @Test
    void comparisonAfterARunAddsTheOtherModels() {
        CourseRecord record =
                CourseRecord.NONE
                        .with(done("one", MONDAY, new ModelTime("threads", 700, 400)))
                        .withPicture("one", PICTURE)
                        .with(
                                done(
                                        "one",
                                        MONDAY,
                                        new ModelTime("sequential", 900, 1150),
                                        new ModelTime("threads", 700, 420)));

        assertThat(record.of("one").times())
                .containsExactly(
                        new ModelTime("threads", 700, 420), new ModelTime("sequential", 900, 1150));
        assertThat(record.of("one").picture()).isEqualTo(PICTURE);
        assertThat(record.of("one").picture().png(false)).containsExactly(1, 2);
        assertThat(record.of("one").picture().png(true)).containsExactly(3);
    }

    @Test
    void pictureOfALessonThatIsNotDoneIsDropped() {
        assertThat(CourseRecord.NONE.withPicture("one", PICTURE)).isEqualTo(CourseRecord.NONE);
    }

    @Test
    void whatWasClearedComesBackBeforeWhatWasDoneSince() {
        CourseRecord before =
                CourseRecord.NONE
                        .with(done("one", MONDAY, new ModelTime("threads", 700, 400)))
                        .with(done("two", MONDAY));
        CourseRecord since =
                CourseRecord.NONE
                        .with(done("one", TUESDAY, new ModelTime("threads", 400, 390)))
                        .with(done("three", TUESDAY));

        CourseRecord both = before.followedBy(since);

        assertThat(both.lessons()).containsOnlyKeys("one", "two", "three");
        assertThat(both.of("one"))
                .isEqualTo(done("one", MONDAY, new ModelTime("threads", 700, 390)));
        assertThat(both.followedBy(since)).as("once more changes nothing").isEqualTo(both);
    }

    @Test
    void errorOfAGuessIsRelativeToTheTruth() {
        assertThat(new ModelTime("threads", 750, 1000).error()).isEqualTo(-0.25);
        assertThatThrownBy(() -> new ModelTime("threads", 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LessonPicture("%", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
