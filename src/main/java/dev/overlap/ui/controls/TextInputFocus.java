package dev.overlap.ui.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;

/** Tells whether the focus is in a control that keys are typed into. */
public final class TextInputFocus {

    private TextInputFocus() {}

    /**
     * Returns whether the focus is there. A text field inside an editable spinner or combo box
     * reports the outer control as focus owner.
     */
    public static boolean isIn(Scene scene) {
        Node owner = scene.getFocusOwner();
        return owner instanceof TextInputControl
                || (owner instanceof Spinner<?> spinner && spinner.isEditable())
                || (owner instanceof ComboBoxBase<?> box && box.isEditable());
    }
}
