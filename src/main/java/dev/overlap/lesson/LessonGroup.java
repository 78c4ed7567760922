package dev.overlap.lesson;

import java.util.List;

/**
 * Lessons of the course that belong together.
 *
 * @param title one line
 * @param lessons in teaching order; at least one
 */
public record LessonGroup(String title, List<Lesson> lessons) {
    public LessonGroup {
        lessons = List.copyOf(lessons);
    }
}
