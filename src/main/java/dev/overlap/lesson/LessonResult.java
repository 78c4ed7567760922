package dev.overlap.lesson;

import java.util.List;

/** What came of reading the file of a lesson. */
public sealed interface LessonResult {

    /** It is a lesson. */
    record Valid(Lesson lesson) implements LessonResult {}

    /**
     * It is none.
     *
     * @param problems all of them, in the order of their lines; at least one
     */
    record Invalid(List<LessonProblem> problems) implements LessonResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
