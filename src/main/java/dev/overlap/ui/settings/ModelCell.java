package dev.overlap.ui.settings;

import dev.overlap.concurrency.ConcurrencyModel;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A cell of the model list: name and one-line explanation. */
final class ModelCell extends ListCell<ConcurrencyModel> {

    private final Label name = new Label();
    private final Label explanation = new Label();
    private final VBox both = new VBox(name, explanation);

    ModelCell() {
        name.getStyleClass().add("model-name");
        explanation.getStyleClass().add("quiet");
    }

    @Override
    protected void updateItem(@Nullable ConcurrencyModel model, boolean empty) {
        super.updateItem(model, empty);
        if (empty || model == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(model.name());
        explanation.setText(model.explanation());
        setGraphic(both);
        setAccessibleText(model.name() + ". " + model.explanation());
    }

    /** The cell of the closed combo box: the name only. */
    static ListCell<ConcurrencyModel> closed() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ConcurrencyModel model, boolean empty) {
                super.updateItem(model, empty);
                setText(model == null ? "" : model.name());
            }
        };
    }
}
