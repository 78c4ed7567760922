package dev.overlap.ui.lesson;

import dev.overlap.lesson.LessonDraft;
import dev.overlap.lesson.LessonProblem;
import dev.overlap.plan.Plan;
import dev.overlap.text.lesson.NewLessonText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The form for a new lesson. What was typed stays until a lesson was saved.
 *
 * <p>Threads: JavaFX thread only.
 */
final class NewLessonPane extends ModalOverlay {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 460;

    private final TextFields fields;
    private final Label problems;

    /** What is typed. */
    private record TextFields(
            TextField title,
            TextField models,
            TextArea question,
            TextArea lookAt,
            TextArea why,
            TextField takeHome,
            TextArea claims,
            TextArea notes) {

        TextFields() {
            this(
                    named(new TextField(), "title"),
                    named(new TextField(), "models"),
                    area("question"),
                    area("look-at"),
                    area("why"),
                    named(new TextField(), "take-home"),
                    area("claims"),
                    area("notes"));
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

        VBox labelled() {
            VBox all = new VBox(4);
            all.getStyleClass().add("new-lesson-fields");
            add(all, NewLessonText.TITLE, title);
            add(all, NewLessonText.MODELS, models);
            add(all, NewLessonText.QUESTION, question);
            add(all, NewLessonText.LOOK_AT, lookAt);
            add(all, NewLessonText.WHY, why);
            add(all, NewLessonText.TAKE_HOME, takeHome);
            add(all, NewLessonText.CLAIMS, claims);
            add(all, NewLessonText.NOTES, notes);
            return all;
        }

        private static void add(VBox all, String words, TextInputControl field) {
            Label label = new Label(words);
            label.setWrapText(true);
            label.setLabelFor(field);
            all.getChildren().addAll(label, field);
        }
    }

    /**
     * @param tried receives what was typed, to open it
     * @param saved receives what was typed, to save it
     */
    NewLessonPane(Consumer<NewLessonPane> tried, Consumer<NewLessonPane> saved) {
        TextFields fields = new TextFields();
        Label problems = new Label();
        Button attempt = button("new-lesson-try", NewLessonText.TRY, NewLessonText.TRY_HELP);
        Button save = button("new-lesson-save", NewLessonText.SAVE, NewLessonText.SAVE_HELP);
        Button cancel =
                button("new-lesson-cancel", NewLessonText.CANCEL, NewLessonText.CANCEL_HELP);
        super("new-lesson", content(fields, problems, attempt, save, cancel));
        this.fields = fields;
        this.problems = problems;
        setAccessibleText(NewLessonText.FORM_TITLE);
        attempt.setOnAction(_ -> tried.accept(this));
        save.setOnAction(_ -> saved.accept(this));
        save.setDefaultButton(true);
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> hide());
    }

    private static VBox content(TextFields fields, Label problems, Button... buttons) {
        Label title = new Label(NewLessonText.FORM_TITLE);
        title.getStyleClass().add("pane-title");
        Label notice = new Label(NewLessonText.NOTICE);
        notice.getStyleClass().add("quiet");
        notice.setWrapText(true);
        ScrollPane scroll = new ScrollPane(fields.labelled());
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        problems.setId("new-lesson-problems");
        problems.getStyleClass().add("problem");
        problems.setWrapText(true);
        problems.managedProperty().bind(problems.textProperty().isNotEmpty());
        HBox row = new HBox(8, buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(10, title, notice, scroll, problems, row);
        content.setPrefWidth(WIDTH);
        return content;
    }

    private static Button button(String id, String words, String help) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(help);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /**
     * Shows the form.
     *
     * @param models what to begin the models with, if nothing was typed yet
     */
    void open(List<String> models) {
        if (fields.models().getText().isBlank()) {
            fields.models().setText(String.join(", ", models));
        }
        problems.setText("");
        show(fields.title());
    }

    /** What was typed, for a list. */
    LessonDraft draft(Plan plan) {
        return new LessonDraft(
                plan,
                fields.models().getText(),
                fields.title().getText(),
                fields.question().getText(),
                fields.lookAt().getText(),
                fields.why().getText(),
                fields.takeHome().getText(),
                fields.claims().getText(),
                fields.notes().getText());
    }

    /** Shows what is wrong with what was typed. */
    void reject(List<LessonProblem> found) {
        problems.setText(
                found.stream()
                        .map(LessonProblem::sentence)
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    /** Forgets what was typed. */
    void clear() {
        fields.title().clear();
        fields.models().clear();
        fields.takeHome().clear();
        List.of(fields.question(), fields.lookAt(), fields.why(), fields.claims(), fields.notes())
                .forEach(TextInputControl::clear);
    }
}
