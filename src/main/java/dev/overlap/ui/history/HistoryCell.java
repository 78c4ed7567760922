package dev.overlap.ui.history;

import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.BiConsumer;

/** A kept run: its thumbnail, its name, how long it took and when. The name is edited in place. */
final class HistoryCell extends ListCell<HistoryItem> {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final double ASPECT = 128.0 / 72;

    private final BiConsumer<HistoryItem, String> rename;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label caption = new Label();
    private final FontIcon pin = new FontIcon(Feather.BOOKMARK);
    private final TextField editor = new TextField();
    private final VBox words = new VBox(name, caption);
    private final WideTooltip tooltip = new WideTooltip("");
    private final HBox card;

    /**
     * @param rename receives a new name
     */
    HistoryCell(BiConsumer<HistoryItem, String> rename) {
        this.rename = rename;
        getStyleClass().add("history-cell");
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("history-picture");
        picture.fitHeightProperty().bind(frame.heightProperty().subtract(2));
        picture.fitWidthProperty().bind(picture.fitHeightProperty().multiply(ASPECT));
        name.getStyleClass().add("history-name");
        caption.getStyleClass().add("quiet");
        caption.setGraphic(pin);
        editor.getStyleClass().add("history-editor");
        editor.setAccessibleText(HistoryText.NAME_FIELD);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::editorKey);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        card = new HBox(frame, words);
        card.getStyleClass().add("history-card");
        card.setAlignment(Pos.CENTER_LEFT);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable HistoryItem item, boolean empty) {
        super.updateItem(item, empty);
        boolean shown = item != null && !empty;
        setGraphic(shown ? card : null);
        setTooltip(shown ? tooltip : null);
        pseudoClassStateChanged(SHOWN, shown && item != null && item.shown());
        if (item != null && !empty) {
            show(item);
        } else {
            setAccessibleText(null);
        }
    }

    private void show(HistoryItem item) {
        picture.setImage(item.picture());
        name.setText(item.label().shown());
        caption.setText(item.caption());
        NodeVisibility.set(pin, item.label().pinned());
        tooltip.setText(item.sentence());
        setAccessibleText(item.sentence());
    }

    @Override
    public void startEdit() {
        super.startEdit();
        HistoryItem item = getItem();
        if (isEditing() && item != null) {
            editor.setText(item.label().shown());
            words.getChildren().setAll(editor, caption);
            editor.requestFocus();
            editor.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        endEdit();
    }

    private void endEdit() {
        words.getChildren().setAll(name, caption);
        getListView().requestFocus();
    }

    private void editorKey(KeyEvent event) {
        HistoryItem item = getItem();
        if (event.getCode() == KeyCode.ENTER && item != null) {
            event.consume();
            String typed = editor.getText().strip();
            cancelEdit();
            rename.accept(item, typed.equals(item.label().title()) ? "" : typed);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancelEdit();
        }
    }
}
