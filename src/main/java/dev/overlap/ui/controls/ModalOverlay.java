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
 * A modal dialog drawn over the darkened window. It is not a separate window, so that it also works
 * on displays without transparency, such as remote ones. While it is open, Tab cycles within it.
 */
public abstract class ModalOverlay extends StackPane {

    private @Nullable Node focusedBefore;

    /**
     * @param id of the overlay, including the darkened area
     * @param content centred, at its preferred size
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

    /** Shows the overlay and focuses a node in it. */
    public void show(Node focused) {
        if (!isShowing()) {
            focusedBefore = getScene().getFocusOwner();
        }
        setVisible(true);
        focused.requestFocus();
    }

    /** Hides the overlay and restores the previous focus. */
    public void hide() {
        setVisible(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void keepFocusInside(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            moveFocus(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void moveFocus(int step) {
        List<Node> focusable = focusable(this).toList();
        int now = focusable.indexOf(getScene().getFocusOwner());
        if (!focusable.isEmpty()) {
            focusable.get(Math.floorMod(now + step, focusable.size())).requestFocus();
        }
    }

    /** The focusable nodes in drawing order. */
    private static Stream<Node> focusable(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(node -> node.isVisible() && !node.isDisabled())
                .flatMap(ModalOverlay::focusableFrom);
    }

    private static Stream<Node> focusableFrom(Node node) {
        if (node.isFocusTraversable()) {
            return Stream.of(node);
        }
        return node instanceof Parent parent ? focusable(parent) : Stream.empty();
    }
}
