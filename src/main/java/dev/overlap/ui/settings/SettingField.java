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
 * A text field for a setting. Invalid input is reported below the field and the value stays
 * unchanged; the message disappears with the next key. Enter or leaving the field keeps the input,
 * Esc discards it.
 */
final class SettingField extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SettingKey setting;
    private final ObjectProperty<Settings> settings;
    private final TextField field = new TextField();
    private final Label errorLabel = new Label();

    SettingField(SettingKey setting, ObjectProperty<Settings> settings) {
        this.setting = setting;
        this.settings = settings;
        setUpField();
        errorLabel.setId(setting.id() + "-sentence");
        errorLabel.setWrapText(true);
        errorLabel.getStyleClass().add("setting-sentence");
        getStyleClass().add("setting");
        getChildren().setAll(row(setting.label(), field), errorLabel);
        settings.subscribe(_ -> showValue());
        clearError();
    }

    /** A row of the pane: label at the left, control at the right. */
    static HBox row(String text, Region control) {
        Label label = new Label(text);
        label.setLabelFor(control);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("quiet");
        HBox.setHgrow(label, Priority.ALWAYS);
        control.getStyleClass().add("setting-control");
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
        field.setOnAction(_ -> commit());
        field.textProperty().subscribe(this::clearError);
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                commit();
                            }
                        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::revertOnEscape);
    }

    /** Keeps the input, or reports why it is invalid. Does nothing if nothing was typed. */
    void commit() {
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

    private void revertOnEscape(KeyEvent event) {
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

    private void showError(String message) {
        setError(message);
        field.pseudoClassStateChanged(WRONG, true);
    }

    private void clearError() {
        setError("");
        field.pseudoClassStateChanged(WRONG, false);
    }

    private void setError(String message) {
        errorLabel.setText(message);
        NodeVisibility.set(errorLabel, !message.isEmpty());
    }
}
