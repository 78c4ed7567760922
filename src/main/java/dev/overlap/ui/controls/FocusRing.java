package dev.overlap.ui.controls;

import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/**
 * A frame around the node that has the keyboard focus. Themes show the focus of some controls and
 * forget others; one frame above the whole window holds for all of them, the charts included.
 *
 * <p>It appears if the focus came by a key that navigates, as in browsers: somebody who points with
 * a mouse knows where they are. {@link Node#isFocusVisible} alone does not tell, as it is set only
 * by the traversal of Tab, not where a key opens a sheet or a program moves the focus.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class FocusRing extends Region {

    /** From the edge of the node to the outer edge of the frame: a gap of one pixel and a line. */
    private static final double OUTSET_PX = 3;

    private boolean lastInputNavigated;
    private boolean focusNavigated;

    /** Creates the frame of a scene, which must be in its root, above everything else. */
    public FocusRing(Scene scene) {
        setId("focus-ring");
        getStyleClass().add("focus-ring");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> lastInputNavigated = isNavigating(key));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> lastInputNavigated = false);
        scene.focusOwnerProperty().subscribe(_ -> focusMoved());
        scene.addPostLayoutPulseListener(() -> surround(scene.getFocusOwner()));
    }

    private static boolean isNavigating(KeyEvent key) {
        return key.getCode().isNavigationKey()
                || key.getCode() == KeyCode.TAB
                || key.getCode() == KeyCode.ENTER
                || key.getCode() == KeyCode.SPACE
                || key.getCode() == KeyCode.ESCAPE;
    }

    private void focusMoved() {
        focusNavigated = lastInputNavigated;
        Platform.requestNextPulse(); // the focus alone may change nothing that is painted
    }

    private void surround(@Nullable Node owner) {
        boolean shown = owner != null && (focusNavigated || owner.isFocusVisible());
        Bounds around = shown && owner != null ? around(owner) : new BoundingBox(0, 0, 0, 0);
        setVisible(around.getWidth() > 0 && around.getHeight() > 0);
        if (isVisible()) {
            resizeRelocate(
                    around.getMinX(), around.getMinY(), around.getWidth(), around.getHeight());
        }
    }

    /** The frame in the scene: around the visible part of a node, and within the window. */
    private Bounds around(Node owner) {
        Bounds visible = visible(owner);
        double left = Math.max(0, Math.floor(visible.getMinX() - OUTSET_PX));
        double top = Math.max(0, Math.floor(visible.getMinY() - OUTSET_PX));
        double right = Math.min(getScene().getWidth(), Math.ceil(visible.getMaxX() + OUTSET_PX));
        double bottom = Math.min(getScene().getHeight(), Math.ceil(visible.getMaxY() + OUTSET_PX));
        return visible.getWidth() <= 0 || visible.getHeight() <= 0
                ? visible
                : new BoundingBox(left, top, right - left, bottom - top);
    }

    /** What is left of a node after the clips of what it scrolls in. */
    private static Bounds visible(Node node) {
        Bounds visible = node.localToScene(node.getLayoutBounds());
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                visible = intersection(visible, at.localToScene(at.getClip().getBoundsInParent()));
            }
        }
        return visible;
    }

    private static Bounds intersection(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
