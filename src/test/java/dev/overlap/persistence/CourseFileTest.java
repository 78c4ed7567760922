package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.lesson.course.LessonPicture;
import dev.overlap.lesson.course.ModelTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class CourseFileTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final CompletedLesson ONE =
            new CompletedLesson(
                    "one",
                    AT,
                    List.of(
                            new ModelTime("threads", 700_000_000, 1_150_000_000),
                            new ModelTime("event-loop", ModelTime.NO_GUESS, 400_000_000)),
                    LessonPicture.of(new byte[] {1, 2, 3}, new byte[] {4}));
    private static final CompletedLesson TWO = new CompletedLesson("two", AT, List.of());

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("course.json");
    }

    private CourseFile window() {
        return new CourseFile(folder);
    }

    @Test
    void recordSurvivesARestart() throws IOException {
        assertThat(window().read()).isEqualTo(new CourseFile.Loaded(CourseRecord.NONE, List.of()));

        window().change(it -> it.with(ONE).with(TWO));

        assertThat(window().read().course()).isEqualTo(CourseRecord.NONE.with(ONE).with(TWO));
    }

    @Test
    void windowsDoNotLoseEachOthersLessons() throws IOException {
        CourseFile first = window();
        CourseFile second = window();
        first.read();
        second.read();
        first.change(it -> it.with(ONE));

        assertThat(second.change(it -> it.with(TWO)).course().lessons())
                .containsOnlyKeys("one", "two");
        assertThat(first.read().course().lessons()).containsOnlyKeys("one", "two");
    }

    @Test
    void manyWindowsAtTheSameTimeLoseNothing() {
        List<CompletableFuture<Void>> all =
                IntStream.range(0, 12)
                        .mapToObj(n -> CompletableFuture.runAsync(() -> complete("lesson-" + n)))
                        .toList();
        all.forEach(CompletableFuture::join);

        assertThat(window().read().course().lessons()).hasSize(12);
    }

    private void complete(String lesson) {
        try {
            window().change(it -> it.with(new CompletedLesson(lesson, AT, List.of())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unreadableFileIsSetAsideAndToldOnce() throws IOException {
        Files.writeString(file(), "{\"lessons\": {\"one\"");
        CourseFile window = window();
        CourseFile.Loaded loaded = window.read();

        assertThat(loaded.course()).isEqualTo(CourseRecord.NONE);
        assertThat(loaded.sentences())
                .singleElement()
                .asString()
                .contains("cannot be read: it is not what Overlap writes", "unreadable-1");
        assertThat(folder.resolve("course.json.unreadable-1")).hasContent("{\"lessons\": {\"one\"");
        assertThat(window.change(it -> it.with(TWO)).sentences()).isEmpty();
        assertThat(window().read().course()).isEqualTo(CourseRecord.NONE.with(TWO));
    }

    @Test
    void lessonThatMakesNoSenseCostsNoOther() throws IOException {
        window().change(it -> it.with(ONE).with(TWO));
        String damaged =
                Files.readString(file()).replace("\"wall_ns\" : 400000000", "\"wall_ns\" : -4");
        Files.writeString(file(), damaged);

        CourseFile.Loaded loaded = window().change(it -> it);
        assertThat(loaded.course()).isEqualTo(CourseRecord.NONE.with(TWO));
        assertThat(loaded.sentences()).singleElement().asString().contains("lessons.one");
        assertThat(folder.resolve("course.json.unreadable-1")).hasContent(damaged);
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() throws IOException {
        Files.writeString(
                file(),
                """
                {"version": 9, "lessons": {"two": {"done": "2026-11-23T10:00:00Z", "times": [],
                 "mood": "good"}}}
                """);

        assertThat(window().read())
                .isEqualTo(new CourseFile.Loaded(CourseRecord.NONE.with(TWO), List.of()));
    }

    @Test
    void fileThatCannotBeWrittenIsToldAndLeftAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("course.lock"));
        Files.write(file(), CourseJson.write(CourseRecord.NONE.with(ONE)));

        assertThatThrownBy(() -> window().change(it -> it.with(TWO)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The lessons that were done could not be saved in")
                .hasMessageEndingWith("What was saved earlier is untouched.");
        assertThat(window().read().course()).isEqualTo(CourseRecord.NONE.with(ONE));
    }

    @Test
    void folderInPlaceOfTheFileIsSetAside() throws IOException {
        Files.createDirectory(file());

        assertThat(window().read().sentences())
                .singleElement()
                .asString()
                .contains("it is not a text file");
        assertThat(folder.resolve("course.json.unreadable-1")).isDirectory();
    }
}
