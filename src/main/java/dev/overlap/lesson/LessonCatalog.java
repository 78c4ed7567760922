package dev.overlap.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The built-in lessons, as files in {@code assets/lessons}. */
public final class LessonCatalog {

    private static final String FOLDER = "/dev/overlap/assets/lessons/";

    /** Their files, without the extension, in order. */
    private static final List<String> IDS =
            List.of(
                    "one-after-another",
                    "threads-overlap-waits",
                    "threads-under-the-interpreter-lock",
                    "processes-and-what-they-cost",
                    "one-loop-many-waits",
                    "trap-a-blocking-call-in-the-loop",
                    "other-trap-awaiting-one-by-one",
                    "cure-hand-it-to-a-pool",
                    "who-gives-up-the-thread",
                    "polling-without-a-thread-each",
                    "slow-site-and-timeout",
                    "connection-limit",
                    "failure-in-the-middle",
                    "a-thousand-tasks",
                    "event-loop-is-already-running");

    private LessonCatalog() {}

    /** Returns all lessons, in teaching order. */
    public static List<Lesson> all() {
        return IDS.stream().map(LessonCatalog::read).toList();
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
