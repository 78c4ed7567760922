package dev.overlap.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The built-in lessons, as files in {@code assets/lessons}, in the order of {@code course.yaml}.
 */
public final class LessonCatalog {

    private static final String FOLDER = "/dev/overlap/assets/lessons/";

    /** Read once: the files are part of the program. */
    private static final class Groups {
        static final List<LessonGroup> ALL =
                LessonCourse.parse(text("course")).stream().map(LessonCatalog::group).toList();
    }

    private LessonCatalog() {}

    /** Returns all lessons, in teaching order. */
    public static List<Lesson> all() {
        return Groups.ALL.stream().flatMap(group -> group.lessons().stream()).toList();
    }

    /** Returns the groups of the course, in teaching order. */
    public static List<LessonGroup> groups() {
        return Groups.ALL;
    }

    private static LessonGroup group(LessonCourse.Section section) {
        return new LessonGroup(
                section.title(), section.ids().stream().map(LessonCatalog::read).toList());
    }

    private static Lesson read(String id) {
        return switch (LessonReader.read(id, text(id))) {
            case LessonResult.Valid(Lesson lesson) -> lesson;
            case LessonResult.Invalid(List<LessonProblem> problems) ->
                    throw new IllegalStateException(
                            "This build of Overlap has a bad lesson, " + id + ": " + problems);
        };
    }

    private static String text(String id) {
        String path = FOLDER + id + ".yaml";
        try (InputStream in = LessonCatalog.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("This build of Overlap lacks " + path + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
