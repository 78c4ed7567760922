package dev.overlap.ui;

import atlantafx.base.theme.Styles;

import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.WindowText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks before sending many requests to a server other than this machine. Cancel has the initial
 * focus, so that an accidental Enter sends nothing.
 */
final class BulkRequestDialog extends ModalOverlay {

    private static final int MAX_NAMED = 5;

    private final Label counts;
    private final Button run;
    private final Button cancel;
    private Runnable confirmed = () -> {};

    BulkRequestDialog() {
        Label counts = new Label();
        Button run = new Button("Run");
        Button cancel = new Button("Cancel");
        super("question", content(counts, run, cancel));
        this.counts = counts;
        this.run = run;
        this.cancel = cancel;
        run.setOnAction(_ -> confirm());
        cancel.setOnAction(_ -> hide());
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveFocus);
    }

    private static VBox content(Label counts, Button run, Button cancel) {
        Label title = new Label(WindowText.BULK_TITLE);
        title.getStyleClass().add("pane-title");
        counts.setId("question-counts");
        counts.setWrapText(true);
        Label advice = new Label(WindowText.BULK_WARNING);
        advice.setWrapText(true);
        advice.getStyleClass().add("quiet");
        run.setId("question-run");
        run.setAccessibleText(WindowText.BULK_RUN_ACCESSIBLE);
        cancel.setId("question-cancel");
        cancel.setAccessibleText(WindowText.BULK_CANCEL_ACCESSIBLE);
        cancel.getStyleClass().add(Styles.ACCENT);
        HBox buttons = new HBox(8, run, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, counts, advice, buttons);
        content.setPrefWidth(460);
        return content;
    }

    /**
     * Shows the question.
     *
     * @param bulk the hosts concerned, at least one
     * @param onRun called if the user confirms
     */
    void ask(List<BulkRequests> bulk, Runnable onRun) {
        confirmed = onRun;
        counts.setText(sentence(bulk));
        setAccessibleText(WindowText.BULK_ACCESSIBLE.formatted(counts.getText()));
        show(cancel);
    }

    static String sentence(List<BulkRequests> bulk) {
        String hosts =
                bulk.stream()
                        .limit(MAX_NAMED)
                        .map(
                                bulkRequests ->
                                        NumberFormats.count(bulkRequests.requests(), "request")
                                                + " to "
                                                + bulkRequests.host())
                        .collect(Collectors.joining(",\n"));
        int more = bulk.size() - MAX_NAMED;
        return WindowText.BULK_REQUESTS.formatted(
                hosts,
                (more > 0
                        ? WindowText.BULK_OTHERS.formatted(NumberFormats.count(more, "other host"))
                        : ""),
                ConnectionSettings.MAX_TO_OTHERS);
    }

    private void confirm() {
        hide();
        confirmed.run();
    }

    /** Arrow keys move between the buttons, as Tab does. */
    private void moveFocus(KeyEvent event) {
        if (event.getCode().isArrowKey()) {
            (run.isFocused() ? cancel : run).requestFocus();
            event.consume();
        }
    }
}
