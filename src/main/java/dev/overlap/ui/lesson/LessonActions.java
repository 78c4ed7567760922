package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.Observation;

/** What the buttons of the lesson page do. */
interface LessonActions {

    /** Runs the list of the lesson. */
    void run();

    /** Compares the models of the lesson. */
    void compare();

    /** Goes on without a guess. */
    void skipGuess();

    /** Shows a step, or says why it is closed. */
    void go(LessonStep step);

    /** Shows in the chart what an observation speaks of. */
    void point(Observation observation);

    /** Measures again what was measured last. */
    void runAgain();

    /** Shows texts that may not be true of the runs. */
    void showAnyway();

    /** Restores the list and the settings of the lesson. */
    void setUp();

    /** Shows what the person has done as the scheduler. */
    void scheduled();

    /** Shows all lessons. */
    void course();

    void open(Lesson lesson);

    void leave();
}
