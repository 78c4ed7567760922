package dev.overlap.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/**
 * All keys that there are, in two columns: those of the whole window as {@link WindowKey} has them,
 * and those that only some part of the window obeys while it has the focus.
 */
final class KeysHelp extends ModalSheet {

    /** A key and what it does. */
    private record Shortcut(String keys, String action) {

        static Shortcut of(WindowKey key) {
            return new Shortcut(key.words(), key.action());
        }
    }

    private static final List<Shortcut> TIMELINE =
            List.of(
                    new Shortcut("Up, Down", "Select a task"),
                    new Shortcut("W, S or +, -", "Zoom; with the mouse, Ctrl and the wheel"),
                    new Shortcut("A, D or Left, Right", "Move along; with the mouse, drag"),
                    new Shortcut("F", "Fit the selected task, or all; or double click"),
                    new Shortcut("Ctrl+Z", "Take a zoom or a move back"),
                    new Shortcut("Ctrl+Y, Ctrl+Shift+Z", "Zoom or move again"),
                    new Shortcut("Drag on the axis", "Guess how long it takes"));

    private static final List<Shortcut> SITES =
            List.of(
                    new Shortcut("F2, Enter", "Edit the line"),
                    new Shortcut("Space", "Switch the selected sites on or off"),
                    new Shortcut("Alt+Up, Alt+Down", "Move the selected lines; or drag"),
                    new Shortcut("Delete, Backspace", "Remove the selected lines"),
                    new Shortcut("Ctrl+C, Ctrl+V", "Copy lines, paste lines"),
                    new Shortcut("Ctrl+Z", "Undo"),
                    new Shortcut("Ctrl+Y, Ctrl+Shift+Z", "Redo"));

    private static final List<Shortcut> COMPARISON =
            List.of(
                    new Shortcut("Up, Down", "Select a model"),
                    new Shortcut("Enter", "Show it as a full timeline; or click"),
                    new Shortcut("Left, Right", "Move the guess, or drag it; in a sweep, select"),
                    new Shortcut("Delete, Backspace", "Take the guess back"));

    private static final List<Shortcut> FIND =
            List.of(
                    new Shortcut("Enter, Shift+Enter", "Next match, match before"),
                    new Shortcut("Esc", "Close it"));

    private final ScrollPane keys;

    KeysHelp() {
        ScrollPane keys = scrolling();
        super("help-over", new VBox(keys));
        this.keys = keys;
        setAccessibleText("All keys. Escape closes this sheet.");
        setOnMouseClicked(_ -> hide());
    }

    /** Shows the keys, or hides them where they are shown. */
    void toggle() {
        if (isShowing()) {
            hide();
        } else {
            show(keys); // so that arrows scroll them
        }
    }

    /** A window may be smaller than the sheet, or its type larger. */
    private static ScrollPane scrolling() {
        HBox columns = new HBox(left(), right());
        columns.setId("keys");
        columns.getStyleClass().add("keys-columns");
        ScrollPane scrolling = new ScrollPane(columns);
        scrolling.setId("keys-scroll");
        scrolling.setFocusTraversable(true);
        scrolling.setAccessibleText("All keys. Arrows scroll them, Escape closes this sheet.");
        scrolling.setMinSize(0, 0);
        VBox.setVgrow(scrolling, Priority.ALWAYS);
        scrolling.getStyleClass().add("keys-scroll");
        return scrolling;
    }

    private static GridPane left() {
        GridPane table = table();
        add(table, WindowKey.Part.WINDOW.title(), shortcuts(WindowKey.Part.WINDOW));
        add(table, WindowKey.Part.REPLAY.title(), shortcuts(WindowKey.Part.REPLAY));
        add(table, "While finding a task", FIND);
        return table;
    }

    private static GridPane right() {
        List<Shortcut> timeline = new ArrayList<>(shortcuts(WindowKey.Part.TIMELINE));
        timeline.addAll(TIMELINE);
        GridPane table = table();
        add(table, WindowKey.Part.TIMELINE.title(), timeline);
        add(table, "In the list of sites", SITES);
        add(table, "In a comparison", COMPARISON);
        return table;
    }

    private static List<Shortcut> shortcuts(WindowKey.Part part) {
        return WindowKey.of(part).stream().map(Shortcut::of).toList();
    }

    private static GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("keys-table");
        return table;
    }

    private static void add(GridPane table, String title, List<Shortcut> shortcuts) {
        Label head = new Label(title);
        head.getStyleClass().add("pane-title");
        table.add(head, 0, table.getRowCount(), 2, 1);
        for (Shortcut shortcut : shortcuts) {
            Label keys = new Label(shortcut.keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(USE_PREF_SIZE);
            Label action = new Label(shortcut.action());
            action.setMinWidth(USE_PREF_SIZE);
            table.addRow(table.getRowCount(), keys, action);
        }
    }
}
