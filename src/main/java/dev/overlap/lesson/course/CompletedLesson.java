package dev.overlap.lesson.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lesson that was done: its list has run, or was compared, while it was open.
 *
 * @param lesson the id of the lesson
 * @param at when it was first done
 * @param times one per model that has run, at most {@value #MAX_TIMES}; may be empty
 */
public record CompletedLesson(
        String lesson, Instant at, List<ModelTime> times, LessonPicture picture) {

    private static final int MAX_ID_LENGTH = 200;
    private static final int MAX_TIMES = 100;

    public CompletedLesson {
        times = List.copyOf(times);
        if (lesson.isBlank() || lesson.length() > MAX_ID_LENGTH || times.size() > MAX_TIMES) {
            throw new IllegalArgumentException("This is not a lesson that was done: " + lesson);
        }
    }

    /** Creates one whose picture is not painted yet. */
    public CompletedLesson(String lesson, Instant at, List<ModelTime> times) {
        this(lesson, at, times, LessonPicture.NONE);
    }

    /**
     * Returns what is kept once the lesson was done again. The date and the guesses are of the
     * first time, since a guess made after the result was seen is none; wall times and the picture
     * are those of the last.
     */
    CompletedLesson doneAgain(CompletedLesson later) {
        Map<String, ModelTime> merged = new LinkedHashMap<>();
        times.forEach(time -> merged.put(time.model(), time));
        later.times.forEach(time -> merged.merge(time.model(), time, ModelTime::measuredAgain));
        return new CompletedLesson(
                lesson,
                at.isBefore(later.at) ? at : later.at,
                new ArrayList<>(merged.values()),
                later.picture.isEmpty() ? picture : later.picture);
    }

    CompletedLesson withPicture(LessonPicture picture) {
        return new CompletedLesson(lesson, at, times, picture);
    }
}
