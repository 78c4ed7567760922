package dev.overlap.ui.settings;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Settings;
import dev.overlap.text.SettingsText;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;

/** The requested number of workers. Only digits can be typed; empty leaves it to the model. */
public final class WorkersSpinner extends Spinner<Integer> {

    private static final int MAX_DIGITS = 4;

    /** Shown as an empty field: the model uses its own number. */
    private static final int UNSET = 0;

    private final Tooltip tooltip = new Tooltip();

    public WorkersSpinner() {
        setId("workers");
        setEditable(true);
        setMinWidth(USE_PREF_SIZE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
        setTooltip(tooltip);
        IntegerSpinnerValueFactory values =
                new IntegerSpinnerValueFactory(UNSET, Settings.MAX_WORKERS, UNSET);
        values.setConverter(new Digits());
        setValueFactory(values);
        getEditor().setTextFormatter(new TextFormatter<>(WorkersSpinner::digitsOnly));
        getEditor().setPromptText("auto");
    }

    private static TextFormatter.Change digitsOnly(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        String digits = change.getText().replaceAll("\\D", "");
        int kept =
                change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
        change.setText(
                digits.substring(0, Math.clamp(MAX_DIGITS - (long) kept, 0, digits.length())));
        int caret = change.getRangeStart() + change.getText().length();
        change.selectRange(caret, caret);
        return change;
    }

    /** Updates the tooltip for a model: what an empty field means, or that the number is fixed. */
    public void explain(ConcurrencyModel model) {
        String explanation = model.defaultWorkersText();
        tooltip.setText(explanation.isEmpty() ? SettingsText.NO_WORKERS_TO_CHOOSE : explanation);
        setAccessibleText("Number of workers. " + tooltip.getText());
        getEditor().setAccessibleText(getAccessibleText());
    }

    /** The requested number, if any. */
    public OptionalInt asked() {
        return getValue() == UNSET ? OptionalInt.empty() : OptionalInt.of(getValue());
    }

    public void ask(OptionalInt workers) {
        getValueFactory().setValue(workers.orElse(UNSET));
    }

    private static final class Digits extends StringConverter<Integer> {

        @Override
        public String toString(@Nullable Integer number) {
            return number == null || number == UNSET ? "" : number.toString();
        }

        @Override
        public Integer fromString(String digits) {
            if (digits.isEmpty()) {
                return UNSET;
            }
            return Math.clamp(Integer.parseInt(digits), 1, Settings.MAX_WORKERS);
        }
    }
}
