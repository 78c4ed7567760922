package dev.overlap.ui.history;

import atlantafx.base.theme.Styles;

import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks before all kept runs are deleted. Cancel has the initial focus, so that an accidental Enter
 * deletes nothing.
 */
final class ForgetDialog extends ModalOverlay {

    private static final double WIDTH = 420;

    private final Label counts;
    private final Button cancel;

    ForgetDialog(Runnable onForget) {
        Label counts = new Label();
        Button forget = new Button(HistoryText.FORGET);
        Button cancel = new Button("Cancel");
        super("forget", content(counts, forget, cancel));
        this.counts = counts;
        this.cancel = cancel;
        forget.setOnAction(
                _ -> {
                    hide();
                    onForget.run();
                });
        cancel.setOnAction(_ -> hide());
    }

    private static VBox content(Label counts, Button forget, Button cancel) {
        Label title = new Label(HistoryText.FORGET_TITLE);
        title.getStyleClass().add("pane-title");
        counts.setId("forget-counts");
        counts.setWrapText(true);
        forget.setId("forget-all");
        forget.getStyleClass().add(Styles.DANGER);
        cancel.setId("forget-cancel");
        HBox buttons = new HBox(8, forget, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, counts, buttons);
        content.setPrefWidth(WIDTH);
        return content;
    }

    /** Shows the question. */
    void ask(String sentence) {
        counts.setText(sentence);
        setAccessibleText(HistoryText.FORGET_TITLE + " " + sentence);
        show(cancel);
    }
}
