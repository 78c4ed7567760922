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
 * Where a person types how long a model will take. Enter and leaving the field keep the guess, an
 * empty field takes it back, Esc leaves it as it was. What makes no sense is answered in a
 * sentence.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class GuessField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ObjectProperty<Guesses> guesses;
    private final Consumer<String> complaints;
    private String model = "";

    /**
     * A field; {@link #setModel} says for which model.
     *
     * @param complaints gets a sentence when what was typed is no guess
     */
    public GuessField(ObjectProperty<Guesses> guesses, Consumer<String> complaints) {
        this.guesses = guesses;
        this.complaints = complaints;
        getStyleClass().add("guess-field");
        setPromptText("such as 1.2 s");
        setPrefColumnCount(7);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(GuessEntryText.FIELD_HELP));
        guesses.subscribe(this::showGuess);
        textProperty().subscribe(() -> pseudoClassStateChanged(WRONG, false));
        focusedProperty().subscribe(this::focused);
        setOnAction(_ -> keep());
        addEventFilter(KeyEvent.KEY_PRESSED, this::endByEsc);
    }

    /** Makes this the field for the guess for a model. */
    public void setModel(ConcurrencyModel guessed) {
        model = guessed.id();
        setAccessibleText(GuessEntryText.FIELD_ACCESSIBLE.formatted(guessed.name()));
        showGuess();
    }

    /** Takes what was typed, or says why not. */
    public void keep() {
        if (getText().strip().equals(written())) {
            return;
        }
        try {
            guesses.set(guesses.get().with(model, typed()));
            showGuess();
        } catch (IllegalArgumentException wrong) {
            pseudoClassStateChanged(WRONG, true);
            complaints.accept(wrong.getMessage());
        }
    }

    private @Nullable Long typed() {
        String text = getText().strip();
        return text.isEmpty() ? null : Long.valueOf(GuessParser.read(text));
    }

    private void focused(boolean now) {
        if (!now) {
            keep();
        }
    }

    private void endByEsc(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().equals(written())) {
            showGuess();
            event.consume();
        }
    }

    private void showGuess() {
        if (!getText().equals(written())) {
            setText(written());
        }
    }

    private String written() {
        Long guess = guesses.get().of(model);
        return guess == null ? "" : GuessParser.write(guess);
    }
}
