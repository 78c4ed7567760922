package dev.overlap.ui.lesson;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.lesson.LessonStepText;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What each model of a lesson took, beside the guess that was made before. */
final class ResultList extends VBox {

    ResultList(Lesson lesson, LessonRuns runs) {
        setId("lesson-results");
        getStyleClass().add("lesson-results");
        getChildren().add(LessonNodes.title(LessonStepText.RESULTS_TITLE));
        MeasuredRuns measured = runs.measured();
        for (String model : lesson.models()) {
            add(model, measured, runs.count(model));
        }
    }

    private void add(String model, MeasuredRuns measured, int count) {
        long wall = measured.wallNanos(model);
        Label name = LessonNodes.text("lesson-result-" + model, named(model, wall, count));
        name.getStyleClass().add("lesson-result");
        getChildren().add(name);
        Long guess = measured.guesses().of(model);
        if (wall > 0 && guess != null) {
            String sentence = GuessText.of(guess, wall);
            Label truth = LessonNodes.quiet(sentence);
            truth.setId("lesson-truth-" + model);
            getChildren().add(truth);
        }
    }

    private static String named(String model, long wall, int count) {
        String time = wall < 0 ? LessonStepText.NOT_RUN : DurationFormat.text(wall);
        String whole = count > 1 ? LessonStepText.MEDIAN.formatted(time, count) : time;
        return ConcurrencyModel.of(model).name() + ": " + whole;
    }
}
