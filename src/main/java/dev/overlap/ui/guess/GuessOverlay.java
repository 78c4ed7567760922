package dev.overlap.ui.guess;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.text.GuessEntryText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/** Asks how long the list will take, one guess per model. */
public final class GuessOverlay extends ModalOverlay {

    private final GridPane fields;
    private final Label sentence;
    private final Button done;
    private final ObjectProperty<Guesses> guesses;

    public GuessOverlay(ObjectProperty<Guesses> guesses) {
        GridPane fields = new GridPane();
        Label sentence = new Label();
        Button done = new Button("Done");
        super("guess-sheet", content(fields, sentence, done));
        this.fields = fields;
        this.sentence = sentence;
        this.done = done;
        this.guesses = guesses;
        setAccessibleText(GuessEntryText.OVERLAY_ACCESSIBLE);
        done.setOnAction(_ -> hide());
    }

    private static VBox content(GridPane fields, Label sentence, Button done) {
        Label title = new Label(GuessEntryText.OVERLAY_TITLE);
        title.getStyleClass().add("pane-title");
        fields.getStyleClass().add("guesses");
        sentence.getStyleClass().add("setting-sentence");
        sentence.setWrapText(true);
        done.setId("guess-done");
        done.setAccessibleText(GuessEntryText.DONE_ACCESSIBLE);
        done.setDefaultButton(true);
        HBox buttons = new HBox(done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(10, title, fields, sentence, buttons);
        content.setPrefWidth(380);
        return content;
    }

    /** Asks for the guesses for these models. */
    public void ask(List<ConcurrencyModel> models) {
        sentence.setText("");
        fields.getChildren().clear();
        for (ConcurrencyModel model : models) {
            GuessField field = new GuessField(guesses, sentence::setText);
            field.setId("guess-" + model.id());
            field.setModel(model);
            Label name = new Label(model.name());
            name.setLabelFor(field);
            fields.addRow(fields.getRowCount(), name, field);
        }
        show(first());
    }

    private Node first() {
        return fields.getChildren().stream()
                .filter(GuessField.class::isInstance)
                .findFirst()
                .orElse(done);
    }
}
