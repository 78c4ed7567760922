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

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

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
        setHgrow(name, Priority.ALWAYS);
        Label time =
                wall < 0
                        ? LessonNodes.quiet(LessonStepText.NOT_RUN)
                        : new Label(DurationFormat.text(wall));
        time.setId("lesson-result-" + model);
        time.setAccessibleText(name.getText() + ": " + time.getText());
        time.setMinWidth(USE_PREF_SIZE);
        time.getStyleClass().add("lesson-result");
        addRow(getRowCount(), name, time);
        String circumstances = circumstances(wall, measured.guesses().of(model), count);
        if (!circumstances.isEmpty()) {
            Label truth = LessonNodes.quiet(circumstances);
            truth.setId("lesson-truth-" + model);
            add(truth, 0, getRowCount(), COLUMNS, 1);
        }
    }

    private static String circumstances(long wall, @Nullable Long guess, int count) {
        List<String> sentences = new ArrayList<>();
        if (wall > 0 && guess != null) {
            sentences.add(GuessText.of(guess, wall));
        }
        if (count > 1) {
            sentences.add(LessonStepText.MEDIAN.formatted(count));
        }
        return String.join(" \u00b7 ", sentences);
    }
}
