package dev.overlap.ui.lesson;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.lesson.LessonStepText;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What each model of a lesson took, with the guess that was made before below it. */
final class ResultList extends GridPane {

    private static final int COLUMNS = 2;

    ResultList(Lesson lesson, LessonRuns runs) {
        setId("lesson-results");
        getStyleClass().add("lesson-results");
        add(LessonNodes.title(LessonStepText.RESULTS_TITLE), 0, 0, COLUMNS, 1);
        MeasuredRuns measured = runs.measured();
        for (String model : lesson.models()) {
            add(model, measured, runs.count(model));
        }
    }

    private void add(String model, MeasuredRuns measured, int count) {
        long wall = measured.wallNanos(model);
        Label name = new Label(ConcurrencyModel.of(model).name());
        name.setWrapText(true);
        Label time = LessonNodes.text("lesson-result-" + model, time(wall, count));
        time.setAccessibleText(name.getText() + ": " + time.getText());
        time.getStyleClass().add("lesson-result");
        setHgrow(time, Priority.ALWAYS);
        addRow(getRowCount(), name, time);
        Long guess = measured.guesses().of(model);
        if (wall > 0 && guess != null) {
            Label truth = LessonNodes.quiet(GuessText.of(guess, wall));
            truth.setId("lesson-truth-" + model);
            add(truth, 1, getRowCount());
        }
    }

    private static String time(long wall, int count) {
        String time = wall < 0 ? LessonStepText.NOT_RUN : DurationFormat.text(wall);
        return count > 1 ? LessonStepText.MEDIAN.formatted(time, count) : time;
    }
}
