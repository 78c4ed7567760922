package dev.overlap.ui;

import dev.overlap.ui.controls.ModalOverlay;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/**
 * All keys that there are, in two columns: those of the whole window as {@link Shortcut} has them,
 * and those that only some part of the window obeys while it has the focus.
 */
final class ShortcutHelp extends ModalOverlay {

    /** A key and what it does. */
    private record HelpRow(String keys, String action) {

        static HelpRow of(Shortcut key) {
            return new HelpRow(key.words(), key.action());
        }
    }

    private static final List<HelpRow> TIMELINE =
            List.of(
                    new HelpRow("Up, Down", "Select a task"),
                    new HelpRow("W, S or +, -", "Zoom; with the mouse, Ctrl and the wheel"),
                    new HelpRow("A, D or Left, Right", "Move along; with the mouse, drag"),
                    new HelpRow("F", "Fit the selected task, or all; or double click"),
                    new HelpRow("Ctrl+Z", "Take a zoom or a move back"),
                    new HelpRow("Ctrl+Y, Ctrl+Shift+Z", "Zoom or move again"),
                    new HelpRow("Drag on the axis", "Guess how long it takes"));

    private static final List<HelpRow> SITES =
            List.of(
                    new HelpRow("F2, Enter", "Edit the line"),
                    new HelpRow("Space", "Switch the selected sites on or off"),
                    new HelpRow("Alt+Up, Alt+Down", "Move the selected lines; or drag"),
                    new HelpRow("Delete, Backspace", "Remove the selected lines"),
                    new HelpRow("Ctrl+C, Ctrl+V", "Copy lines, paste lines"),
                    new HelpRow("Ctrl+Z", "Undo"),
                    new HelpRow("Ctrl+Y, Ctrl+Shift+Z", "Redo"));

    private static final List<HelpRow> COMPARISON =
            List.of(
                    new HelpRow("Up, Down", "Select a model"),
                    new HelpRow("Enter", "Show it as a full timeline; or click"),
                    new HelpRow("Left, Right", "Move the guess, or drag it; in a sweep, select"),
                    new HelpRow("Delete, Backspace", "Take the guess back"));

    private static final List<HelpRow> FIND =
            List.of(
                    new HelpRow("Enter, Shift+Enter", "Next match, match before"),
                    new HelpRow("Esc", "Close it"));

    private final ScrollPane keys;

    ShortcutHelp() {
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
        add(table, Shortcut.Part.WINDOW.title(), shortcuts(Shortcut.Part.WINDOW));
        add(table, Shortcut.Part.REPLAY.title(), shortcuts(Shortcut.Part.REPLAY));
        add(table, "While finding a task", FIND);
        return table;
    }

    private static GridPane right() {
        List<HelpRow> timeline = new ArrayList<>(shortcuts(Shortcut.Part.TIMELINE));
        timeline.addAll(TIMELINE);
        GridPane table = table();
        add(table, Shortcut.Part.TIMELINE.title(), timeline);
        add(table, "In the list of sites", SITES);
        add(table, "In a comparison", COMPARISON);
        return table;
    }

    private static List<HelpRow> shortcuts(Shortcut.Part part) {
        return Shortcut.of(part).stream().map(HelpRow::of).toList();
    }

    private static GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("keys-table");
        return table;
    }

    private static void add(GridPane table, String title, List<HelpRow> shortcuts) {
        Label head = new Label(title);
        head.getStyleClass().add("pane-title");
        table.add(head, 0, table.getRowCount(), 2, 1);
        for (HelpRow shortcut : shortcuts) {
            Label keys = new Label(shortcut.keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(USE_PREF_SIZE);
            Label action = new Label(shortcut.action());
            action.setMinWidth(USE_PREF_SIZE);
            table.addRow(table.getRowCount(), keys, action);
        }
    }
}
