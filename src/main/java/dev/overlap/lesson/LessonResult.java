package dev.overlap.lesson;

import java.util.List;

/** The result of reading a lesson file. */
public sealed interface LessonResult {

    /** A valid lesson. */
    record Valid(Lesson lesson) implements LessonResult {}

    /**
     * An invalid file.
     *
     * @param problems all of them, sorted by line; at least one
     */
    record Invalid(List<LessonProblem> problems) implements LessonResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
