package dev.overlap.ui.run;

import dev.overlap.concurrency.ConcurrencyModel;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Explains in a sentence the model of the shown run, or without one the selected model. */
final class ModelExplanationPane extends VBox {

    private final Label name = new Label();
    private final Label explanation = new Label();

    ModelExplanationPane() {
        setId("how-it-works");
        getStyleClass().add("section");
        Label title = new Label("How it works");
        title.getStyleClass().add("pane-title");
        name.getStyleClass().add("model-name");
        explanation.setWrapText(true);
        explanation.getStyleClass().add("quiet");
        getChildren().setAll(title, name, explanation);
    }

    void show(ConcurrencyModel model) {
        name.setText(model.name());
        explanation.setText(model.explanation());
    }
}
