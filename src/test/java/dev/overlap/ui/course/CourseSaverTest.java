package dev.overlap.ui.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.persistence.CourseFile;
import dev.overlap.persistence.UserDirectories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs everything on the thread of the test. */
class CourseSaverTest {

    @TempDir private Path folder;
    private final List<String> said = new ArrayList<>();

    private CourseSaver window() {
        CourseFile file =
                CourseFile.of(new UserDirectories(Optional.of(folder), Optional.empty()))
                        .orElseThrow();
        CourseSaver saver = new CourseSaver(file, Runnable::run, Runnable::run, said::add);
        saver.load();
        return saver;
    }

    private static void complete(CourseSaver saver, String lesson) {
        CompletedLesson done = new CompletedLesson(lesson, Instant.EPOCH, List.of());
        saver.change(it -> it.with(done));
    }

    private static Iterable<String> shown(CourseSaver saver) {
        return saver.shownProperty().get().lessons().keySet();
    }

    @Test
    void windowSeesWhatAnotherHasDone() {
        CourseSaver first = window();
        CourseSaver second = window();
        complete(first, "one");
        complete(second, "two");

        assertThat(shown(second)).containsExactlyInAnyOrder("one", "two");
        first.load();
        assertThat(shown(first)).containsExactlyInAnyOrder("one", "two");
        assertThat(said).isEmpty();
    }

    @Test
    void undoBringsBackWhatWasClearedAndKeepsWhatWasDoneSince() {
        CourseSaver first = window();
        CourseSaver second = window();
        complete(second, "one");
        first.clear(); // has not seen the lesson of the other window
        assertThat(shown(first)).isEmpty();
        complete(first, "two");
        first.restore();
        first.restore();

        assertThat(shown(first)).containsExactlyInAnyOrder("one", "two");
        assertThat(shown(window())).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void lessonsThatCannotBeSavedAreToldOnceAndSavedLater() throws IOException {
        Path obstacle = Files.createDirectory(folder.resolve("course.lock"));
        CourseSaver saver = window();
        complete(saver, "one");
        complete(saver, "two");

        assertThat(said).singleElement().asString().contains("could not be saved");
        assertThat(shown(saver)).containsExactlyInAnyOrder("one", "two");
        Files.delete(obstacle);
        saver.close();
        assertThat(shown(window())).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void damagedFileIsToldOnce() throws IOException {
        Files.writeString(folder.resolve("course.json"), "?");
        CourseSaver saver = window();
        complete(saver, "one");
        saver.load();

        assertThat(said).singleElement().asString().contains("unreadable-1");
        assertThat(shown(saver)).containsExactly("one");
    }

    @Test
    void withoutAFileTheRecordLastsAsLongAsTheWindow() {
        CourseSaver saver = new CourseSaver(null, Runnable::run, Runnable::run, said::add);
        saver.load();
        complete(saver, "one");
        saver.close();

        assertThat(shown(saver)).containsExactly("one");
        assertThat(said).isEmpty();
    }
}
