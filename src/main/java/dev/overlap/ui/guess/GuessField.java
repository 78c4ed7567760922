package dev.overlap.ui.guess;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.text.GuessEntryText;
import dev.overlap.text.GuessParser;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * A text field for the user's guess for a model. Enter or leaving the field keeps the guess, an
 * empty field removes it, Esc restores it. Invalid input is reported.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class GuessField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ObjectProperty<Guesses> guesses;
    private final Consumer<String> errors;
    private String model = "";
    private boolean wrong;

    /**
     * Creates a field; {@link #setModel} sets the model.
     *
     * @param errors receives a message if the input is invalid, and an empty one when it is edited
     */
    public GuessField(ObjectProperty<Guesses> guesses, Consumer<String> errors) {
        this.guesses = guesses;
        this.errors = errors;
        getStyleClass().add("guess-field");
        setPromptText("such as 1.2 s");
        setPrefColumnCount(7);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(GuessEntryText.FIELD_HELP));
        guesses.subscribe(this::showGuess);
        textProperty().subscribe(this::corrected);
        focusedProperty().subscribe(this::focused);
        setOnAction(_ -> commit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::revertOnEscape);
    }

    /** Sets the model to guess for. */
    public void setModel(ConcurrencyModel guessed) {
        model = guessed.id();
        setAccessibleText(GuessEntryText.FIELD_ACCESSIBLE.formatted(guessed.name()));
        showGuess();
    }

    /** Keeps the typed guess, or reports why it is invalid. */
    public void commit() {
        if (getText().strip().equals(formatted())) {
            return;
        }
        try {
            guesses.set(guesses.get().with(model, parsed()));
            showGuess();
        } catch (IllegalArgumentException invalid) {
            setWrong(true);
            errors.accept(invalid.getMessage());
        }
    }

    /** Whether the input is invalid. */
    public boolean isWrong() {
        return wrong;
    }

    private void corrected() {
        if (wrong) {
            setWrong(false);
            errors.accept("");
        }
    }

    private void setWrong(boolean now) {
        wrong = now;
        pseudoClassStateChanged(WRONG, now);
    }

    private @Nullable Long parsed() {
        String text = getText().strip();
        return text.isEmpty() ? null : Long.valueOf(GuessParser.read(text));
    }

    private void focused(boolean now) {
        if (!now) {
            commit();
        }
    }

    private void revertOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().equals(formatted())) {
            showGuess();
            event.consume();
        }
    }

    private void showGuess() {
        if (!getText().equals(formatted())) {
            setText(formatted());
        }
    }

    private String formatted() {
        Long guess = guesses.get().of(model);
        return guess == null ? "" : GuessParser.write(guess);
    }
}
