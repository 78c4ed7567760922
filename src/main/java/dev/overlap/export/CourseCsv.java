package dev.overlap.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonGroup;
import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.lesson.course.ModelTime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes the score of a course as a table with a row per lesson and model, according to RFC 4180:
 * UTF-8, commas, CRLF.
 *
 * <p>A lesson that was not done has one row, whose cells after {@code lesson} are empty. {@code
 * done_at} is the date and time when it was first done, in the given zone. Times are milliseconds
 * with three decimals and a decimal point, independent of the locale; {@code off_by_percent} is how
 * far the guess was from the wall time, negative if it was too short, and empty without a guess.
 */
public final class CourseCsv {

    private static final List<String> HEADER =
            List.of("group", "lesson", "done_at", "model", "guess_ms", "wall_ms", "off_by_percent");

    private static final DateTimeFormatter DONE_AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final double NANOS_PER_MILLI = 1e6;

    private final CsvWriter csv;
    private final CourseRecord record;
    private final ZoneId zone;

    private CourseCsv(CsvWriter csv, CourseRecord record, ZoneId zone) {
        this.csv = csv;
        this.record = record;
        this.zone = zone;
    }

    /** Writes the table; flushes the stream but does not close it. */
    public static void write(
            List<LessonGroup> groups, CourseRecord record, ZoneId zone, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(HEADER);
        CourseCsv rows = new CourseCsv(csv, record, zone);
        groups.forEach(rows::group);
        csv.flush();
    }

    private void group(LessonGroup group) {
        for (Lesson lesson : group.lessons()) {
            CompletedLesson done = record.of(lesson.id());
            if (done == null || done.times().isEmpty()) {
                row(group, lesson, done, null);
            } else {
                done.times().forEach(time -> row(group, lesson, done, time));
            }
        }
    }

    private void row(
            LessonGroup group,
            Lesson lesson,
            @Nullable CompletedLesson done,
            @Nullable ModelTime time) {
        ModelTime guessed = time != null && time.isGuessed() ? time : null;
        csv.writeRecord(
                FormulaGuard.escape(group.title()),
                FormulaGuard.escape(lesson.title()),
                done == null ? "" : DONE_AT.format(done.at().atZone(zone)),
                time == null ? "" : FormulaGuard.escape(time.model()),
                guessed == null ? "" : millis(guessed.guessNanos()),
                time == null ? "" : millis(time.wallNanos()),
                guessed == null ? "" : percent(guessed.error()));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_MILLI);
    }

    private static String percent(double error) {
        return String.format(Locale.ROOT, "%.1f", error * 100);
    }
}
