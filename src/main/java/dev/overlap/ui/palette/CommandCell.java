package dev.overlap.ui.palette;

import dev.overlap.text.PaletteText;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

/** A command with its shortcut; greyed if it does not apply now. */
final class CommandCell extends ListCell<PaletteCommand> {

    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final Label title = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(title, keys);

    /**
     * @param onClick does the selected command
     */
    CommandCell(Runnable onClick) {
        getStyleClass().add("command-cell");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        keys.getStyleClass().addAll("quiet", "key");
        keys.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("command-row");
        setPrefWidth(0); // as wide as the list, which never scrolls sideways
        setOnMouseClicked(
                _ -> {
                    if (!isEmpty()) {
                        onClick.run();
                    }
                });
    }

    static boolean applies(PaletteCommand paletteCommand) {
        return paletteCommand.applies().getAsBoolean();
    }

    static String sentence(PaletteCommand paletteCommand) {
        String keys = paletteCommand.keys().isEmpty() ? "" : ", " + paletteCommand.keys();
        return paletteCommand.text() + keys + (applies(paletteCommand) ? "" : PaletteText.NOT_NOW);
    }

    @Override
    protected void updateItem(@Nullable PaletteCommand paletteCommand, boolean empty) {
        super.updateItem(paletteCommand, empty);
        setText(null);
        if (empty || paletteCommand == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(paletteCommand.text());
        keys.setText(paletteCommand.keys());
        pseudoClassStateChanged(IDLE, !applies(paletteCommand));
        setAccessibleText(sentence(paletteCommand));
        setGraphic(row);
    }
}
