package dev.overlap.ui.sites;

import dev.overlap.text.SiteListText;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

import java.util.function.Consumer;

/** The field for adding sites. Enter adds the line; pasting several lines adds them all at once. */
final class AddSiteField extends TextField {

    private final Consumer<String> add;

    /**
     * @param add receives a text of one or more lines
     */
    AddSiteField(Consumer<String> add) {
        this.add = add;
        setId("add-site");
        setPromptText(SiteListText.ADD_PROMPT);
        setAccessibleText(SiteListText.ADD_ACCESSIBLE);
        setOnAction(_ -> addTyped());
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
