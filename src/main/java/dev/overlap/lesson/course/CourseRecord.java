package dev.overlap.lesson.course;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lessons that were done. Immutable.
 *
 * <p>Several windows change one record: each sends its change, such as {@link #with}, and never a
 * whole record, so that none undoes what another has added.
 *
 * @param lessons by id, at most {@value #MAX_LESSONS}
 */
public record CourseRecord(Map<String, CompletedLesson> lessons) {

    /** Nothing was done. */
    public static final CourseRecord NONE = new CourseRecord(Map.of());

    private static final int MAX_LESSONS = 1_000;

    public CourseRecord {
        lessons = Map.copyOf(lessons);
        if (lessons.size() > MAX_LESSONS) {
            throw new IllegalArgumentException("These are too many lessons.");
        }
    }

    /** The lesson with an id, or null if it was not done. */
    public @Nullable CompletedLesson of(String lesson) {
        return lessons.get(lesson);
    }

    public boolean isDone(String lesson) {
        return lessons.containsKey(lesson);
    }

    public boolean isEmpty() {
        return lessons.isEmpty();
    }

    /** Returns a copy in which a lesson is done, perhaps once more. */
    public CourseRecord with(CompletedLesson done) {
        Map<String, CompletedLesson> changed = new LinkedHashMap<>(lessons);
        changed.merge(done.lesson(), done, CompletedLesson::doneAgain);
        return new CourseRecord(changed);
    }

    /** Returns a copy with the picture of a lesson; this if the lesson is not done any more. */
    public CourseRecord withPicture(String lesson, LessonPicture picture) {
        CompletedLesson done = lessons.get(lesson);
        if (done == null) {
            return this;
        }
        Map<String, CompletedLesson> changed = new LinkedHashMap<>(lessons);
        changed.put(lesson, done.withPicture(picture));
        return new CourseRecord(changed);
    }

    /** Returns this record, and what was done after it. */
    public CourseRecord followedBy(CourseRecord later) {
        CourseRecord both = this;
        for (CompletedLesson done : later.lessons.values()) {
            both = both.with(done);
        }
        return both;
    }
}
