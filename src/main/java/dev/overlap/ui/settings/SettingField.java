package dev.overlap.ui.settings;

import dev.overlap.plan.SettingKey;
import dev.overlap.plan.Settings;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A setting that is typed. What makes no sense is answered by a sentence under the field, and the
 * value stays as it was; the sentence goes with the next key. Enter and leaving the field keep what
 * was typed, Esc does not.
 */
final class SettingField extends VBox {

    static final double FIELD_WIDTH_PX = 96;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SettingKey setting;
    private final ObjectProperty<Settings> settings;
    private final TextField field = new TextField();
    private final Label sentence = new Label();

    SettingField(SettingKey setting, ObjectProperty<Settings> settings) {
        this.setting = setting;
        this.settings = settings;
        setUpField();
        sentence.setId(setting.id() + "-sentence");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("setting-sentence");
        getStyleClass().add("setting");
        getChildren().setAll(row(setting.label(), field), sentence);
        settings.subscribe(_ -> showValue());
        clearError();
    }

    /** A line of the pane: what is set at the left, the control at the right. */
    static HBox row(String text, Region control) {
        Label label = new Label(text);
        label.setLabelFor(control);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("quiet");
        HBox.setHgrow(label, Priority.ALWAYS);
        control.setPrefWidth(FIELD_WIDTH_PX);
        control.setMinWidth(FIELD_WIDTH_PX);
        HBox row = new HBox(label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void setUpField() {
        field.setId(setting.id());
        field.setPromptText(setting.prompt());
        field.setAccessibleText(setting.label() + ". " + setting.help());
        field.setTooltip(new Tooltip(setting.help()));
        field.getTooltip().setWrapText(true);
        field.getTooltip().setMaxWidth(340);
        field.setOnAction(_ -> keep());
        field.textProperty().subscribe(this::clearError);
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                keep();
                            }
                        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::endByEsc);
    }

    /** Takes what was typed, or says why not. Does nothing where nothing was typed. */
    void keep() {
        Settings before = settings.get();
        String now = SettingTextForm.write(setting, before);
        if (field.getText().equals(now)) {
            return;
        }
        try {
            settings.set(SettingTextForm.read(setting, field.getText().strip(), before));
            showValue();
        } catch (IllegalArgumentException wrong) {
            showValue();
            showError(wrong.getMessage() + " It stays " + (now.isEmpty() ? "empty" : now) + ".");
        }
    }

    private void endByEsc(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && !field.getText().equals(SettingTextForm.write(setting, settings.get()))) {
            showValue();
            event.consume();
        }
    }

    private void showValue() {
        String text = SettingTextForm.write(setting, settings.get());
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void showError(String words) {
        setError(words);
        field.pseudoClassStateChanged(WRONG, true);
    }

    private void clearError() {
        setError("");
        field.pseudoClassStateChanged(WRONG, false);
    }

    private void setError(String words) {
        sentence.setText(words);
        NodeVisibility.set(sentence, !words.isEmpty());
    }
}
