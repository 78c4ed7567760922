package dev.overlap.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the built-in lessons in the source tree, and a minimal one. */
final class LessonFiles {

    static final Path FOLDER = Path.of("assets", "lessons");

    /** A minimal lesson, with one key per line except for the sites. */
    static final String MINIMAL =
            """
            title: Two waits
            question: How long do they take?
            sites: |
              lab:/delay/10
              lab:/delay/20
            models: [threads, event-loop]
            look-at: The two bars.
            explanation: They overlap.
            """;

    private LessonFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(
                            file ->
                                    file.toString().endsWith(".yaml")
                                            && !file.endsWith("course.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a lesson says of what to look at, a paragraph each. */
    static String lookAt(Lesson lesson) {
        return lesson.lookAt().stream().map(Observation::say).collect(Collectors.joining("\n\n"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
