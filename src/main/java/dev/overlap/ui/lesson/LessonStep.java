package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A step of a lesson, in this order. */
enum LessonStep {
    /** How long will it take? */
    GUESS("Guess"),
    /** The run, as it happens. */
    WATCH("Watch"),
    /** What to look at in the finished run. */
    LOOK("Look"),
    /** The explanation. */
    WHY("Why"),
    /** The person is the scheduler; only in lessons that offer it. */
    BREAK("Break it");

    private final String title;

    LessonStep(String title) {
        this.title = title;
    }

    /** The steps of a lesson, in order. */
    static List<LessonStep> of(Lesson lesson) {
        return Arrays.stream(values()).filter(step -> step.isIn(lesson)).toList();
    }

    private boolean isIn(Lesson lesson) {
        return switch (this) {
            case GUESS -> lesson.asksForGuess();
            case WATCH, LOOK, WHY -> true;
            case BREAK -> !lesson.breakIt().isEmpty();
        };
    }

    String title() {
        return title;
    }

    /** The name in saved states and in ids of nodes. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
