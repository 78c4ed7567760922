package dev.overlap.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonGroup;
import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.lesson.course.ModelTime;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class CourseCsvTest {

    private static Lesson lesson(String id, String title) {
        return new Lesson(
                id,
                title,
                "How long?",
                SiteList.parse("lab:/delay/1"),
                List.of("threads"),
                Settings.DEFAULT,
                1,
                4,
                true,
                List.of(),
                "So it is.",
                "",
                List.of(),
                "",
                "");
    }

    @Test
    void scoreHasARowPerLessonAndModel() throws IOException {
        List<LessonGroup> groups =
                List.of(
                        new LessonGroup(
                                "Waiting",
                                List.of(lesson("one", "One, first"), lesson("two", "=Two"))),
                        new LessonGroup("Computing", List.of(lesson("three", "Three"))));
        Instant at = Instant.parse("2026-11-23T23:30:00Z");
        CourseRecord record =
                CourseRecord.NONE
                        .with(
                                new CompletedLesson(
                                        "one",
                                        at,
                                        List.of(
                                                new ModelTime(
                                                        "sequential", 700_000_000, 1_000_000_000),
                                                new ModelTime(
                                                        "threads",
                                                        ModelTime.NO_GUESS,
                                                        402_000_500))))
                        .with(new CompletedLesson("three", at, List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CourseCsv.write(groups, record, ZoneId.of("UTC+1"), out);

        assertThat(out.toString(StandardCharsets.UTF_8).split("\r\n"))
                .containsExactly(
                        "group,lesson,done_at,model,guess_ms,wall_ms,off_by_percent",
                        "Waiting,\"One, first\",2026-11-24"
                                + " 00:30:00,sequential,700.000,1000.000,-30.0",
                        "Waiting,\"One, first\",2026-11-24 00:30:00,threads,,402.001,",
                        "Waiting,'=Two,,,,,",
                        "Computing,Three,2026-11-24 00:30:00,,,,");
    }
}
