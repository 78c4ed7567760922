package dev.overlap.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;

/** All keys that there are. */
final class KeysHelp extends Sheet {

    private record Shortcut(String keys, String action) {}

    private static final List<Shortcut> ALL =
            List.of(
                    new Shortcut("", "In the window"),
                    new Shortcut("F5, Ctrl+Enter", "Run the list"),
                    new Shortcut("Esc", "End an edit, else the replay, else the run"),
                    new Shortcut("Space", "Replay the finished run, or hold"),
                    new Shortcut("Ctrl+E", "Save a picture"),
                    new Shortcut("Ctrl+O, Ctrl+S", "Open a list of sites, save it"),
                    new Shortcut("/, Ctrl+F", "Find a task"),
                    new Shortcut("F9, F10", "Hide or show the list, the details"),
                    new Shortcut("?", "Show these keys"),
                    new Shortcut("", "In the timeline"),
                    new Shortcut("V", "Rows by task, rows by worker"),
                    new Shortcut("Up, Down", "Select a task"),
                    new Shortcut("W, S or +, -", "Zoom; with the mouse, Ctrl and the wheel"),
                    new Shortcut("A, D or Left, Right", "Move along; with the mouse, drag"),
                    new Shortcut(
                            "F", "Fit the selected task, or all; with the mouse, double click"),
                    new Shortcut("Ctrl+Z, Ctrl+Y", "Take a zoom or a move back, and again"),
                    new Shortcut("", "In the list of sites"),
                    new Shortcut("F2, Enter", "Edit the line"),
                    new Shortcut("Space", "Switch the selected sites on or off"),
                    new Shortcut(
                            "Alt+Up, Alt+Down", "Move the selected lines; with the mouse, drag"),
                    new Shortcut("Delete", "Remove the selected lines"),
                    new Shortcut("Ctrl+C, Ctrl+V", "Copy lines, paste lines"),
                    new Shortcut("Ctrl+Z, Ctrl+Y", "Undo, redo"));

    KeysHelp() {
        super("help-over", new VBox(table()));
        setAccessibleText("All keys. Escape closes this sheet.");
        setOnMouseClicked(_ -> hide());
    }

    /** Shows the keys, or hides them where they are shown. */
    void toggle() {
        if (isShowing()) {
            hide();
        } else {
            show(this);
        }
    }

    private static Node table() {
        GridPane table = new GridPane();
        table.setId("keys");
        table.getStyleClass().add("keys-table");
        for (Shortcut shortcut : ALL) {
            Label keys = new Label(shortcut.keys());
            keys.getStyleClass().add("key");
            Label action = new Label(shortcut.action());
            if (shortcut.keys().isEmpty()) {
                action.getStyleClass().add("pane-title");
                table.add(action, 0, table.getRowCount(), 2, 1);
            } else {
                table.addRow(table.getRowCount(), keys, action);
            }
        }
        return table;
    }
}
