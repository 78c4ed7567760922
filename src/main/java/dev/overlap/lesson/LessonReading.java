package dev.overlap.lesson;

import java.util.List;

/** What came of reading the file of a lesson. */
public sealed interface LessonReading {

    /** It is a lesson. */
    record Read(Lesson lesson) implements LessonReading {}

    /**
     * It is none.
     *
     * @param problems all of them, in the order of their lines; at least one
     */
    record Refused(List<Problem> problems) implements LessonReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
