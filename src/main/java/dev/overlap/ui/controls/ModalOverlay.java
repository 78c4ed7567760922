package dev.overlap.ui.controls;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sheet over the window, which is darkened behind it. It is no window of its own, so that it
 * looks the same on a screen that has no transparency, as over a remote display. While it is there,
 * Tab goes round within it.
 */
public abstract class ModalOverlay extends StackPane {

    private @Nullable Node focusedBefore;

    /**
     * @param id of the whole, darkened part included
     * @param content is as large as it wants to be, in the middle
     */
    public ModalOverlay(String id, Region content) {
        setId(id);
        getStyleClass().add("scrim");
        content.getStyleClass().add("sheet");
        content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(content);
        setVisible(false);
        setAccessibleRole(AccessibleRole.DIALOG);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keepFocusInside);
    }

    public boolean isShowing() {
        return isVisible();
    }

    /** Shows the sheet and gives the focus to a part of it. */
    public void show(Node focused) {
        if (!isShowing()) {
            focusedBefore = getScene().getFocusOwner();
        }
        setVisible(true);
        focused.requestFocus();
    }

    /** Hides the sheet and gives the focus back to what had it. */
    public void hide() {
        setVisible(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void keepFocusInside(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            goOn(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void goOn(int step) {
        List<Node> stops = stops(this).toList();
        int now = stops.indexOf(getScene().getFocusOwner());
        if (!stops.isEmpty()) {
            stops.get(Math.floorMod(now + step, stops.size())).requestFocus();
        }
    }

    /** The nodes at which Tab stops, in the order in which they are drawn. */
    private static Stream<Node> stops(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(node -> node.isVisible() && !node.isDisabled())
                .flatMap(ModalOverlay::stopsFrom);
    }

    private static Stream<Node> stopsFrom(Node node) {
        if (node.isFocusTraversable()) {
            return Stream.of(node);
        }
        return node instanceof Parent parent ? stops(parent) : Stream.empty();
    }
}
