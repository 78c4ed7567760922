package dev.overlap.ui.history;

import atlantafx.base.theme.Styles;

import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/**
 * The bar below an opened file, if anything of it was left out or its requests can become the list:
 * one sentence, and on demand all.
 *
 * <p>Threads: JavaFX thread only.
 */
final class OpenedBar extends VBox {

    private final Label first = new Label();
    private final Label rest = new Label();
    private final Hyperlink more = new Hyperlink();
    private final Button asList = new Button(HistoryText.USE_AS_LIST);
    private List<String> notes = List.of();

    /**
     * @param onList takes the requests of the file as the list
     */
    OpenedBar(Runnable onList) {
        setId("opened");
        getStyleClass().add("opened-bar");
        first.setId("opened-note");
        first.setMinWidth(0);
        rest.setId("opened-rest");
        rest.setWrapText(true);
        more.setId("opened-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(_ -> showRest(!rest.isVisible()));
        asList.setId("opened-list");
        asList.getStyleClass().add(Styles.SMALL);
        asList.setMinWidth(USE_PREF_SIZE);
        asList.setAccessibleText(HistoryText.USE_AS_LIST + ". " + HistoryText.USE_AS_LIST_HELP);
        asList.setOnAction(_ -> onList.run());
        Button close = new IconButton("opened-close", Feather.X, HistoryText.CLOSE_NOTES);
        close.setOnAction(_ -> hide());
        HBox head = new HBox(first, more, asList, close);
        head.getStyleClass().add("opened-head");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(first, Priority.ALWAYS);
        first.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(head, rest);
        hide();
    }

    /**
     * Shows what was left out of a file.
     *
     * @param hasSites whether its requests can become the list
     */
    void show(String file, List<String> all, boolean hasSites) {
        notes = all;
        first.setText(file + ": " + (all.isEmpty() ? HistoryText.ALL_SHOWN : all.getFirst()));
        rest.setText(String.join("\n", all.subList(Math.min(1, all.size()), all.size())));
        NodeVisibility.set(asList, hasSites);
        NodeVisibility.set(more, all.size() > 1);
        showRest(false);
        NodeVisibility.set(this, hasSites || !all.isEmpty());
    }

    private void showRest(boolean shown) {
        NodeVisibility.set(rest, shown);
        more.setText(shown ? HistoryText.FEWER_NOTES : HistoryText.moreNotes(notes.size() - 1));
    }

    void hide() {
        NodeVisibility.set(this, false);
    }
}
