package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

/**
 * Ctrl+Z and Ctrl+Y for the list, wherever the focus is. Right after a paste, and until something
 * else is done, Ctrl+Z undoes it before any control sees the key; at other times the list takes
 * what no control has used. A text field with something of its own to undo always comes first.
 */
final class UndoKeys {

    private final SiteEdits edits;
    private @Nullable Scene scene;
    private @Nullable SiteList paste;

    private UndoKeys(SiteEdits edits) {
        this.edits = edits;
    }

    static void install(Node pane, SiteEdits edits) {
        UndoKeys keys = new UndoKeys(edits);
        edits.pastedProperty().subscribe(lines -> keys.paste = lines == null ? null : edits.list());
        pane.sceneProperty().subscribe(keys::listen);
    }

    private void listen(@Nullable Scene shown) {
        if (shown == null || scene != null) {
            return;
        }
        scene = shown;
        shown.addEventFilter(KeyEvent.KEY_PRESSED, this::early);
        shown.addEventFilter(ScrollEvent.SCROLL, this::other);
        shown.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::other);
        shown.addEventFilter(ActionEvent.ACTION, this::other);
        shown.addEventHandler(KeyEvent.KEY_PRESSED, this::late);
    }

    private void other(Event event) {
        paste = null;
    }

    private void early(KeyEvent event) {
        if (isUndo(event)) {
            if (!isInSheet(event) && edits.list().equals(paste) && !hasOwnUndo()) {
                undo(event);
            }
        } else if (!event.getCode().isModifierKey() && !event.getCode().isNavigationKey()) {
            paste = event.getCode() == KeyCode.TAB || isPaste(event) ? paste : null;
        }
    }

    private static boolean isUndo(KeyEvent event) {
        return event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.Z;
    }

    /** The key of the paste itself may come after it. */
    private static boolean isPaste(KeyEvent event) {
        return event.isShortcutDown() && event.getCode() == KeyCode.V;
    }

    private boolean hasOwnUndo() {
        return scene != null
                && scene.getFocusOwner() instanceof TextInputControl field
                && field.isUndoable();
    }

    /** The list lies behind a sheet. */
    private static boolean isInSheet(Event event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !(node instanceof ModalOverlay)) {
            node = node.getParent();
        }
        return node != null;
    }

    private void undo(KeyEvent event) {
        paste = null;
        edits.undo();
        event.consume();
    }

    private void late(KeyEvent event) {
        boolean isInText = scene != null && scene.getFocusOwner() instanceof TextInputControl;
        if (!event.isShortcutDown() || isInText || isInSheet(event)) {
            return;
        }
        if (isUndo(event)) {
            undo(event);
        } else if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z) {
            edits.redo();
            event.consume();
        }
    }
}
