package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.ui.guess.GuessField;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The step Guess: the question, and a field for each model. */
final class GuessStepView extends VBox {

    private final List<GuessField> fields = new ArrayList<>();

    /**
     * @param say receives a message if a guess is invalid
     */
    GuessStepView(Lesson lesson, ObjectProperty<Guesses> guesses, Consumer<String> say) {
        getStyleClass().add("lesson");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guesses");
        for (String id : lesson.models()) {
            addField(grid, ConcurrencyModel.of(id), guesses, say);
        }
        Label question = LessonNodes.text("lesson-question", lesson.question());
        question.getStyleClass().add("lesson-question");
        getChildren().setAll(question, LessonNodes.title(LessonStepText.GUESS_TITLE));
        getChildren().add(grid);
    }

    private void addField(
            GridPane grid,
            ConcurrencyModel model,
            ObjectProperty<Guesses> guesses,
            Consumer<String> say) {
        GuessField field = new GuessField(guesses, say);
        field.setId("lesson-guess-" + model.id());
        field.setModel(model);
        Label label = new Label(model.name());
        label.setLabelFor(field);
        label.setWrapText(true);
        GridPane.setHgrow(label, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, field);
        fields.add(field);
    }

    /**
     * Keeps what has been typed.
     *
     * @return whether all of it was understood
     */
    boolean commit() {
        fields.forEach(GuessField::commit);
        return fields.stream().noneMatch(GuessField::isWrong);
    }

    /** Moves the focus to the first field that is empty. */
    void focusMissing() {
        fields.stream()
                .filter(field -> field.getText().isBlank())
                .findFirst()
                .ifPresent(GuessField::requestFocus);
    }
}
