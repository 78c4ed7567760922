package dev.overlap.ui.course;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.ModelTime;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a measurement that has ended was the open lesson's. A list that was edited is not
 * the lesson's any more. Times count only with the lesson's own settings and models.
 */
final class LessonCompletion {

    private LessonCompletion() {}

    /** Returns what was done with a run, or null if it was not of the lesson, or was cut off. */
    static @Nullable CompletedLesson of(
            Lesson lesson, Plan plan, Trace trace, Guesses guesses, Instant at) {
        if (!plan.sites().equals(lesson.sites()) || !trace.isFinished()) {
            return null;
        }
        List<ModelTime> times = new ArrayList<>();
        addTime(times, lesson, plan, trace.wallNanos(), guesses);
        return new CompletedLesson(lesson.id(), at, times);
    }

    /**
     * Returns what was done with a comparison, or null if it was not of the lesson, or was cut off.
     */
    static @Nullable CompletedLesson of(
            Lesson lesson, Comparison comparison, Guesses guesses, Instant at) {
        if (!comparison.isWhole()) {
            return null;
        }
        List<ModelTime> times = new ArrayList<>();
        for (VariantResult entry : comparison.entries()) {
            Plan plan = entry.variant().plan();
            if (!plan.sites().equals(lesson.sites())) {
                return null;
            }
            if (!entry.variant().isOfWorkers()) {
                addTime(times, lesson, plan, entry.medianNanos(), guesses);
            }
        }
        return new CompletedLesson(lesson.id(), at, times);
    }

    private static void addTime(
            List<ModelTime> times, Lesson lesson, Plan plan, long wallNanos, Guesses guesses) {
        if (lesson.hasPlan(plan) && wallNanos > 0) {
            Long guess = guesses.of(plan.model());
            long guessNanos = guess == null || guess <= 0 ? ModelTime.NO_GUESS : guess;
            times.add(new ModelTime(plan.model(), guessNanos, wallNanos));
        }
    }
}
