package dev.overlap.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/**
 * Hides optional labels of a bar if it is narrow.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ResponsiveLabels {

    private ResponsiveLabels() {}

    /**
     * Shows labels, or controls that have a key as well, only while a bar has at least this width.
     * Controls that lose their label have tooltips, too.
     *
     * @param letters the width in multiples of the font size
     */
    public static void showIfWide(Region bar, double letters, Labeled... labels) {
        for (Labeled label : labels) {
            BooleanBinding wide = isWide(bar, letters, label);
            label.visibleProperty().bind(wide);
            label.managedProperty().bind(wide);
        }
    }

    /** Reduces a button to its icon while a bar is narrower than this. */
    public static void showTextIfWide(Region bar, double letters, Labeled button) {
        button.contentDisplayProperty()
                .bind(
                        Bindings.when(isWide(bar, letters, button))
                                .then(ContentDisplay.LEFT)
                                .otherwise(ContentDisplay.GRAPHIC_ONLY));
    }

    /** Abbreviates a button while a bar is narrower than this; its tooltip tells the rest. */
    static void abbreviateIfNarrow(
            Region bar, double letters, Labeled button, String abbreviation) {
        button.textProperty()
                .bind(
                        Bindings.when(isWide(bar, letters, button))
                                .then(button.getText())
                                .otherwise(abbreviation));
    }

    private static BooleanBinding isWide(Region bar, double letters, Labeled measure) {
        return Bindings.createBooleanBinding(
                () -> bar.getWidth() > letters * measure.getFont().getSize(),
                bar.widthProperty(),
                measure.fontProperty());
    }
}
