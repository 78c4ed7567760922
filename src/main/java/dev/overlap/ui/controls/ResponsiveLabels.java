package dev.overlap.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/**
 * Gives up what a bar can do without where there is little room.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ResponsiveLabels {

    private ResponsiveLabels() {}

    /**
     * Shows labels only while a bar is so wide; what they name says its name in a tooltip, too.
     *
     * @param letters the width in widths of a letter m, so that it goes with the size of the type
     */
    public static void onlyIn(Region bar, double letters, Label... labels) {
        for (Label label : labels) {
            BooleanBinding roomy = isRoomy(bar, letters, label);
            label.visibleProperty().bind(roomy);
            label.managedProperty().bind(roomy);
        }
    }

    /** Leaves a button its icon alone while a bar is not so wide. */
    public static void wordsOnlyIn(Region bar, double letters, Labeled button) {
        button.contentDisplayProperty()
                .bind(
                        Bindings.when(isRoomy(bar, letters, button))
                                .then(ContentDisplay.LEFT)
                                .otherwise(ContentDisplay.GRAPHIC_ONLY));
    }

    private static BooleanBinding isRoomy(Region bar, double letters, Labeled measure) {
        return Bindings.createBooleanBinding(
                () -> bar.getWidth() > letters * measure.getFont().getSize(),
                bar.widthProperty(),
                measure.fontProperty());
    }
}
