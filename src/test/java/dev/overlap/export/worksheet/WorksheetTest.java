package dev.overlap.export.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.lesson.LessonReader;
import dev.overlap.lesson.LessonResult;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class WorksheetTest {

    private static final String HOSTILE = "</h1><script>alert(1)</script>\\\" onload=x ${title}";

    private static Lesson lesson(String title, String... more) {
        String text =
                """
                title: "%s"
                question: |
                  How long?

                  Say it in milliseconds.
                sites: |
                  lab:/delay/300
                  lab:/delay/100 x20
                models: [threads, sequential]
                look-at:
                  - say: The answer stands here.
                explanation: All of it took {wall.threads}, not {wall.sequential}.
                take-home: Waits overlap.
                notes: Only for the presenter.
                """
                        .formatted(title);
        LessonResult read = LessonReader.read("own", text + String.join("\n", more));
        assertThat(read).isInstanceOf(LessonResult.Valid.class);
        return ((LessonResult.Valid) read).lesson();
    }

    private static String written(WorksheetLesson... lessons) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Worksheet.write("A sheet", List.of(lessons), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static WorksheetLesson solved(Lesson lesson) {
        TraceBuilder builder = TraceBuilder.of("lab:/delay/300");
        builder.enter(0, Phase.WAIT, 0).answered(0, 200, 310);
        Trace trace = builder.finished();
        RunReport report =
                new RunReport(
                        TraceBuilder.plan("threads", "lab:/delay/300"),
                        "Threads",
                        Instant.EPOCH,
                        trace,
                        RunReport.Look.DEFAULT);
        MeasuredRuns runs = new MeasuredRuns(Map.of("threads", List.of(trace)), Guesses.NONE);
        return new WorksheetLesson(lesson, runs, report);
    }

    @Test
    void questionHasListModelsAndAnAxisButNoAnswer() throws IOException {
        String page = written(new WorksheetLesson(lesson("Waits")));

        assertThat(page)
                .contains("<h1>Waits</h1>", "<p>How long?</p>", "<p>Say it in milliseconds.</p>")
                .contains("lab:/delay/300\nlab:/delay/100 x20")
                .contains("<td>Threads</td><td></td><td></td>", "<td>Sequential</td>")
                .contains("1. lab:/delay/300", "12. lab:/delay/100", "and 9 more tasks like these")
                .doesNotContain("13. lab", "The answer", "All of it", "Waits overlap", "presenter");
        // 300 ms and twenty times 100 ms, and an eighth more
        assertThat(page).contains(">2.5 s</text>").doesNotContain(">3.0 s</text>");
    }

    @Test
    void axisOfUnknownLengthHasNoTimes() throws IOException {
        String text =
                """
                title: T
                question: Q
                sites: https://example.org
                models: [threads]
                look-at:
                  - say: L
                explanation: E
                """;
        Lesson unknown = ((LessonResult.Valid) LessonReader.read("own", text)).lesson();

        assertThat(written(new WorksheetLesson(unknown)))
                .contains("Write the times on the axis yourself.")
                .doesNotContain("text-anchor=\"middle\"");
    }

    @Test
    void solutionHasFiguresPictureAndTakeHomeAfterAllQuestions() throws IOException {
        String page = written(solved(lesson("First")), new WorksheetLesson(lesson("Second")));

        assertThat(page.indexOf("<h1>Second</h1>"))
                .isPositive()
                .isLessThan(page.indexOf("<h1>Solution: First</h1>"));
        assertThat(page)
                .doesNotContain("Solution: Second", "Only for the presenter")
                .contains("<td>Threads</td><td>310 ms</td><td>1</td>")
                .contains("<td>Sequential</td><td>was not run</td><td>0</td>")
                .contains("<figure><svg", "<li>The answer stands here.</li>")
                .contains("<p class=\"take-home\">Waits overlap.</p>")
                .as("its sentence has a figure without a value")
                .doesNotContain("All of it took");
    }

    @Test
    void solutionWhoseClaimFailsExplainsNothing() throws IOException {
        Lesson lesson = lesson("Waits", "expect:", "  - wall(threads) < 100ms");

        assertThat(written(solved(lesson)))
                .contains("did not show what the lesson is about (wall(threads) &lt; 100ms)")
                .doesNotContain("The answer stands here", "Waits overlap.");
    }

    @Test
    void nothingThatALessonSaysBecomesMarkup() throws IOException {
        String page = written(solved(lesson(HOSTILE)));

        assertThat(page).contains("&lt;script&gt;", "${title}").doesNotContain("<script");
        assertThat(Pattern.compile("<[^>]* on\\w+=").matcher(page).find()).isFalse();
    }

    @Test
    void everyLessonOfTheCourseCanBePrinted() throws IOException {
        List<Lesson> course = LessonCatalog.all();
        String page =
                written(course.stream().map(WorksheetLesson::new).toArray(WorksheetLesson[]::new));

        assertThat(Pattern.compile("<section>").matcher(page).results()).hasSize(course.size());
        assertThat(page).doesNotContain("http-equiv=\"refresh\"", "src=", "url(");
    }
}
