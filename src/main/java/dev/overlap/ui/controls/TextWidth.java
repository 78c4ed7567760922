package dev.overlap.ui.controls;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text. JavaFX thread only. */
public final class TextWidth {

    private TextWidth() {}

    /** The width in pixels of a text that is not wrapped. */
    public static double of(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
