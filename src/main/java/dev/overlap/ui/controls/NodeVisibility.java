package dev.overlap.ui.controls;

import javafx.scene.Node;

/** Shows or hides a node; a hidden one takes no space in the layout. */
public final class NodeVisibility {

    private NodeVisibility() {}

    public static void set(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
