package dev.overlap.ui;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * A sheet over the window, which is darkened behind it. It is no window of its own, so that it
 * looks the same on a screen that has no transparency, as over a remote display.
 */
abstract class ModalSheet extends StackPane {

    private @Nullable Node focusedBefore;

    /**
     * @param id of the whole, darkened part included
     * @param content is as large as it wants to be, in the middle
     */
    ModalSheet(String id, Region content) {
        setId(id);
        getStyleClass().add("scrim");
        content.getStyleClass().add("sheet");
        content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(content);
        setVisible(false);
    }

    boolean isShowing() {
        return isVisible();
    }

    /** Shows the sheet and gives the focus to a part of it. */
    void show(Node focused) {
        if (!isShowing()) {
            focusedBefore = getScene().getFocusOwner();
        }
        setVisible(true);
        focused.requestFocus();
    }

    /** Hides the sheet and gives the focus back to what had it. */
    void hide() {
        setVisible(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }
}
