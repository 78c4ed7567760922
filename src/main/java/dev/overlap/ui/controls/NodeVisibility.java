package dev.overlap.ui.controls;

import javafx.scene.Node;

/** Whether a node is there at all: one that is hidden takes no room either. */
public final class NodeVisibility {

    private NodeVisibility() {}

    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
