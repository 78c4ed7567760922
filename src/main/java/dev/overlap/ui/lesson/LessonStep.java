package dev.overlap.ui.lesson;

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
    WHY("Why");

    private final String title;

    LessonStep(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The name in saved states and in ids of nodes. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
