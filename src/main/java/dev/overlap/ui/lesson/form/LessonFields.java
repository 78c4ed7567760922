package dev.overlap.ui.lesson.form;

import dev.overlap.lesson.LessonDraft;
import dev.overlap.lesson.Observation;
import dev.overlap.plan.Plan;
import dev.overlap.text.lesson.NewLessonText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

import java.util.List;

/** The fields of the form. */
final class LessonFields extends VBox {

    private final Runnable changed;
    private final TextField title = named(new TextField(), "title");
    private final TextField models = named(new TextField(), "models");
    private final TextArea question = area("question");
    private final ObservationRows lookAt;
    private final TextArea why = area("why");
    private final TextField takeHome = named(new TextField(), "take-home");
    private final TextArea claims = area("claims");
    private final TextArea notes = area("notes");

    /**
     * @param changed is called when anything was changed
     */
    LessonFields(Runnable changed) {
        this.changed = changed;
        lookAt = new ObservationRows(changed);
        getStyleClass().add("new-lesson-fields");
        setSpacing(4);
        add(NewLessonText.TITLE, title);
        add(NewLessonText.MODELS, models);
        add(NewLessonText.QUESTION, question);
        add(NewLessonText.LOOK_AT, lookAt);
        add(NewLessonText.WHY, why);
        add(NewLessonText.TAKE_HOME, takeHome);
        add(NewLessonText.CLAIMS, claims);
        add(NewLessonText.NOTES, notes);
        typed().forEach(field -> field.textProperty().subscribe((_, _) -> changed.run()));
    }

    private static TextArea area(String id) {
        TextArea area = named(new TextArea(), id);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        return area;
    }

    private static <T extends TextInputControl> T named(T field, String id) {
        field.setId("new-lesson-" + id);
        return field;
    }

    private void add(String words, Node field) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setLabelFor(field);
        getChildren().addAll(label, field);
    }

    private List<TextInputControl> typed() {
        return List.of(title, models, question, why, takeHome, claims, notes);
    }

    /**
     * Prepares the fields.
     *
     * @param given what to begin the models with, if nothing was typed yet
     * @param place what the chart shows
     */
    void begin(List<String> given, Observation place) {
        if (models.getText().isBlank()) {
            models.setText(String.join(", ", given));
        }
        lookAt.offer(place);
    }

    /** The field to begin with. */
    Node first() {
        return title;
    }

    /** What was typed, for a list. */
    LessonDraft draft(Plan plan) {
        return new LessonDraft(
                plan,
                models.getText(),
                title.getText(),
                question.getText(),
                lookAt.observations(),
                why.getText(),
                takeHome.getText(),
                claims.getText(),
                notes.getText());
    }

    /** Forgets what was typed. */
    void clear() {
        typed().forEach(TextInputControl::clear);
        lookAt.clear();
        changed.run();
    }
}
