package dev.overlap.lesson;

import java.util.List;

/** What came of reading the file of a lesson. */
public sealed interface LessonResult {

    /** It is a lesson. */
    record Read(Lesson lesson) implements LessonResult {}

    /**
     * It is none.
     *
     * @param problems all of them, in the order of their lines; at least one
     */
    record Refused(List<LessonProblem> problems) implements LessonResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
