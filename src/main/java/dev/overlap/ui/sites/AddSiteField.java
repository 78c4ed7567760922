package dev.overlap.ui.sites;

import dev.overlap.text.SiteListText;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

import java.util.function.Consumer;

/** Where a new site is typed. Enter adds it; pasting several lines adds them all at once. */
final class AddSiteField extends TextField {

    private final Consumer<String> add;

    /**
     * @param add gets a text of one or more lines
     */
    AddSiteField(Consumer<String> add) {
        this.add = add;
        setId("add-site");
        setPromptText(SiteListText.ADD_PROMPT);
        setAccessibleText(SiteListText.ADD_ACCESSIBLE);
        setOnAction(_ -> addTyped());
    }

    /** Adds what was typed, if anything was. */
    void addTyped() {
        if (!getText().isBlank()) {
            add.accept(getText());
            clear();
        }
    }

    /** A text field makes one line of what is pasted; a list of sites must stay a list. */
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
