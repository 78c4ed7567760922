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

/** How many workers are asked for. Only digits can be typed; empty leaves it to the model. */
public final class WorkersSpinner extends Spinner<Integer> {

    private static final int MAX_DIGITS = 4;

    /** Shown as an empty field: the model has its own number. */
    private static final int NOT_ASKED = 0;

    private final Tooltip words = new Tooltip();

    public WorkersSpinner() {
        setId("workers");
        setEditable(true);
        setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMaxWidth(340);
        setTooltip(words);
        IntegerSpinnerValueFactory values =
                new IntegerSpinnerValueFactory(NOT_ASKED, Settings.MAX_WORKERS, NOT_ASKED);
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

    /** Says what an empty field means, and whether there is anything to choose. */
    public void explain(ConcurrencyModel model) {
        String unasked = model.defaultWorkersText();
        words.setText(unasked.isEmpty() ? SettingsText.NO_WORKERS_TO_CHOOSE : unasked);
        setAccessibleText("Number of workers. " + words.getText());
        getEditor().setAccessibleText(getAccessibleText());
    }

    /** How many are asked for, or none. */
    public OptionalInt asked() {
        return getValue() == NOT_ASKED ? OptionalInt.empty() : OptionalInt.of(getValue());
    }

    public void ask(OptionalInt workers) {
        getValueFactory().setValue(workers.orElse(NOT_ASKED));
    }

    private static final class Digits extends StringConverter<Integer> {

        @Override
        public String toString(@Nullable Integer number) {
            return number == null || number == NOT_ASKED ? "" : number.toString();
        }

        @Override
        public Integer fromString(String digits) {
            if (digits.isEmpty()) {
                return NOT_ASKED;
            }
            return Math.clamp(Integer.parseInt(digits), 1, Settings.MAX_WORKERS);
        }
    }
}
