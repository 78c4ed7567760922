package dev.overlap.ui;

import dev.overlap.plan.Settings;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** How many workers a model may hire. Only digits can be typed, and a number is always there. */
final class WorkersSpinner extends Spinner<Integer> {

    private static final int MOST_DIGITS = 4;

    WorkersSpinner() {
        setId("workers");
        setEditable(true);
        setPrefWidth(84);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Number of workers that the model may hire.");
        IntegerSpinnerValueFactory values =
                new IntegerSpinnerValueFactory(
                        1, Settings.MOST_WORKERS, Settings.DEFAULT.workers());
        values.setConverter(new Digits());
        setValueFactory(values);
        getEditor().setTextFormatter(new TextFormatter<>(WorkersSpinner::digitsOnly));
        getEditor().setAccessibleText(getAccessibleText());
    }

    private static TextFormatter.Change digitsOnly(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        String digits = change.getText().replaceAll("\\D", "");
        int kept =
                change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
        change.setText(
                digits.substring(0, Math.clamp(MOST_DIGITS - (long) kept, 0, digits.length())));
        int caret = change.getRangeStart() + change.getText().length();
        change.selectRange(caret, caret);
        return change;
    }

    private final class Digits extends StringConverter<Integer> {

        @Override
        public String toString(@Nullable Integer number) {
            return number == null ? "" : number.toString();
        }

        @Override
        public Integer fromString(String digits) {
            if (digits.isEmpty()) {
                return getValue();
            }
            return Math.clamp(Integer.parseInt(digits), 1, Settings.MOST_WORKERS);
        }
    }
}
