package dev.overlap.ui;

import javafx.scene.Node;

/** Whether a node is there at all: one that is hidden takes no room either. */
final class NodeVisibility {

    private NodeVisibility() {}

    static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
