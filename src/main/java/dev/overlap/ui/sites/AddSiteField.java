package dev.overlap.ui.sites;

import dev.overlap.text.SiteListText;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;

/** The field for adding sites. Enter adds the line; pasting several lines adds them all at once. */
final class AddSiteField extends TextField {

    private final Consumer<String> add;

    /**
     * @param add receives a text of one or more lines
     * @param undo is passed Ctrl+Z if the field has nothing of its own to undo
     */
    AddSiteField(Consumer<String> add, Runnable undo) {
        this.add = add;
        setId("add-site");
        setPromptText(SiteListText.ADD_PROMPT);
        setAccessibleText(SiteListText.ADD_ACCESSIBLE);
        setOnAction(_ -> addTyped());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, undo));
    }

    private void pressed(KeyEvent event, Runnable undo) {
        boolean isUndo = event.isShortcutDown() && event.getCode() == KeyCode.Z;
        if (isUndo && !event.isShiftDown() && !isUndoable()) {
            undo.run();
            event.consume();
        }
    }

    /** Adds the typed text, unless it is blank. */
    void addTyped() {
        if (!getText().isBlank()) {
            add.accept(getText());
            clear();
        }
    }

    /** A text field joins pasted lines into one; a list of sites must stay a list. */
    @Override
    public void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && text.strip().lines().count() > 1) {
            add.accept(text);
        } else {
            super.paste();
        }
    }
}
