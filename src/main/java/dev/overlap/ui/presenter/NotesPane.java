package dev.overlap.ui.presenter;

import dev.overlap.lesson.Lesson;
import dev.overlap.text.course.PresenterText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/**
 * The notes of a lesson. They may hold the answer: where the class may see this window, they are in
 * it only after they were asked for.
 *
 * <p>Threads: JavaFX thread only.
 */
final class NotesPane extends VBox {

    private final Label text = new Label();
    private final Label hidden = new Label(PresenterText.HIDDEN_NOTES);
    private final ToggleButton shown = new ToggleButton(PresenterText.SHOW_NOTES);
    private String notes = "";
    private boolean seen;

    NotesPane() {
        super(4);
        Label head = new Label(PresenterText.NOTES);
        head.getStyleClass().add("quiet");
        text.setId("presenter-notes");
        text.setWrapText(true);
        text.getStyleClass().add("lesson-question");
        hidden.setWrapText(true);
        hidden.getStyleClass().add("quiet");
        shown.setId("presenter-show-notes");
        shown.setAccessibleText(PresenterText.SHOW_NOTES_HELP);
        shown.selectedProperty().subscribe(_ -> update());
        getChildren().setAll(head, hidden, shown, text);
    }

    /** Shows the notes of a lesson; none if null. */
    void show(@Nullable Lesson lesson) {
        NodeVisibility.set(this, lesson != null);
        notes = lesson == null ? "" : lesson.notes();
        update();
    }

    /** Sets whether the class may see this window. */
    void setSeen(boolean seen) {
        this.seen = seen;
        shown.setSelected(false);
        update();
    }

    private void update() {
        boolean asks = seen && !notes.isEmpty();
        boolean visible = !asks || shown.isSelected();
        NodeVisibility.set(shown, asks);
        NodeVisibility.set(hidden, asks && !visible);
        NodeVisibility.set(text, visible);
        text.setText(visible ? notes.isEmpty() ? PresenterText.NO_NOTES : notes : "");
    }
}
