package dev.overlap.ui.lesson.form;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.LessonDraft;
import dev.overlap.lesson.Observation;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.text.lesson.NewLessonText;
import dev.overlap.text.lesson.PlaceText;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.stream.Stream;

/**
 * The four steps of a lesson as they will be read, while it is typed. Figures in braces stand as
 * typed, since nothing is measured yet.
 */
final class LessonPreview extends VBox {

    LessonPreview() {
        setId("new-lesson-preview");
        getStyleClass().addAll("lesson", "new-lesson-preview");
    }

    /** Shows what was typed, valid or not. */
    void show(LessonDraft draft) {
        getChildren().clear();
        add("lesson-title", or(draft.title(), NewLessonText.TITLE));
        head(1, "Guess");
        paragraphs(draft.question(), "lesson-question");
        models(draft).forEach(it -> add("quiet", it + ": " + NewLessonText.A_GUESS));
        head(2, "Watch");
        List<String> models = models(draft);
        add("", LessonStepText.WATCH_BEFORE.formatted(models.getFirst()));
        if (models.size() > 1) {
            add("", LessonStepText.WATCH_COMPARE.formatted(models.size()));
        }
        head(3, "Look");
        draft.lookAt().stream().filter(it -> !it.say().isBlank()).forEach(this::observation);
        head(4, LessonStepText.WHY_TITLE);
        paragraphs(draft.explanation(), "");
        if (!draft.takeHome().isBlank()) {
            add("lesson-take-home", draft.takeHome().strip());
        }
    }

    /** The names of the models; what is no model stands as typed. */
    private static List<String> models(LessonDraft draft) {
        return Stream.of(draft.models().strip().split("\\s*,\\s*"))
                .map(id -> ConcurrencyModel.isKnown(id) ? ConcurrencyModel.of(id).name() : id)
                .toList();
    }

    private static String or(String typed, String otherwise) {
        return typed.isBlank() ? otherwise : typed.strip();
    }

    private void head(int number, String step) {
        add("pane-title", number + ". " + step);
    }

    private void paragraphs(String text, String style) {
        Stream.of(text.strip().split("\\n\\s*\\n"))
                .filter(it -> !it.isBlank())
                .forEach(it -> add(style, it.replaceAll("\\s+", " ")));
    }

    private void observation(Observation it) {
        Label label = label("", it.say());
        if (it.hasPlace()) {
            label.getStyleClass().setAll("lesson-observation");
            label.setGraphic(new FontIcon(Feather.CROSSHAIR));
            label.setText(it.say() + " (" + PlaceText.of(it) + ")");
            label.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().add(label);
    }

    private void add(String style, String words) {
        getChildren().add(label(style, words));
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
