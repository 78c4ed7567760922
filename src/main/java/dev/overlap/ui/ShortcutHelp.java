package dev.overlap.ui;

import dev.overlap.text.ShortcutText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists all keys in two columns: the window's shortcuts from {@link Shortcut}, and the keys of
 * controls while they have the focus.
 */
final class ShortcutHelp extends ModalOverlay {

    /** A key and what it does. */
    private record HelpRow(String keys, String action) {

        static HelpRow of(Shortcut key) {
            return new HelpRow(key.text(), key.action());
        }
    }

    private static final List<HelpRow> TIMELINE =
            List.of(
                    new HelpRow(ShortcutText.UP_DOWN, ShortcutText.SELECT_A_TASK),
                    new HelpRow("P", ShortcutText.PIN_ROW),
                    new HelpRow("L", ShortcutText.SHOW_ARROWS),
                    new HelpRow(ShortcutText.ROW_MENU_KEYS, ShortcutText.ROW_MENU),
                    new HelpRow(ShortcutText.CLICK_ON_LEGEND, ShortcutText.HIDE_PHASE),
                    new HelpRow(ShortcutText.LEGEND_KEYS, ShortcutText.LEGEND),
                    new HelpRow(ShortcutText.ZOOM_KEYS, ShortcutText.ZOOM),
                    new HelpRow(ShortcutText.MOVE_KEYS, ShortcutText.MOVE),
                    new HelpRow("F", ShortcutText.FIT),
                    new HelpRow("Ctrl+Z", ShortcutText.UNDO_ZOOM),
                    new HelpRow(ShortcutText.REDO_KEYS, ShortcutText.REDO_ZOOM),
                    new HelpRow(ShortcutText.DRAG_ON_THE_AXIS, ShortcutText.SCRUB),
                    new HelpRow(ShortcutText.DRAG_THE_GUESS, ShortcutText.GUESS),
                    new HelpRow(ShortcutText.DRAG_WITH_SHIFT, ShortcutText.RANGE),
                    new HelpRow(ShortcutText.DRAG_WITH_CONTROL, ShortcutText.ZOOM_TO));

    private static final List<HelpRow> SITES =
            List.of(
                    new HelpRow(ShortcutText.F2_ENTER, ShortcutText.EDIT_THE_LINE),
                    new HelpRow("Space", ShortcutText.SWITCH_SITES),
                    new HelpRow(ShortcutText.MOVE_LINE_KEYS, ShortcutText.MOVE_LINES),
                    new HelpRow(ShortcutText.DELETE_KEYS, ShortcutText.REMOVE_LINES),
                    new HelpRow(ShortcutText.COPY_PASTE_KEYS, ShortcutText.COPY_PASTE),
                    new HelpRow("Ctrl+D", ShortcutText.DUPLICATE_LINES),
                    new HelpRow("F4", ShortcutText.NEXT_PROBLEM),
                    new HelpRow(ShortcutText.LINE_MENU_KEYS, ShortcutText.LINE_MENU),
                    new HelpRow("Ctrl+Z", "Undo"),
                    new HelpRow(ShortcutText.REDO_KEYS, "Redo"));

    private static final List<HelpRow> COMPARISON =
            List.of(
                    new HelpRow(ShortcutText.UP_DOWN, ShortcutText.SELECT_A_MODEL),
                    new HelpRow("Enter", ShortcutText.OPEN_VARIANT),
                    new HelpRow(ShortcutText.MENU_KEY, ShortcutText.PANEL_MENU),
                    new HelpRow("Esc", ShortcutText.BACK_TO_COMPARISON),
                    new HelpRow(ShortcutText.COMPARISON_ZOOM_KEYS, ShortcutText.ZOOM_COMPARISON),
                    new HelpRow(ShortcutText.UNDO_REDO_KEYS, ShortcutText.FORMER_RESULTS),
                    new HelpRow(ShortcutText.LEFT_RIGHT, ShortcutText.MOVE_GUESS),
                    new HelpRow(ShortcutText.DELETE_KEYS, ShortcutText.REMOVE_GUESS));

    private static final List<HelpRow> FIND =
            List.of(
                    new HelpRow(ShortcutText.FIND_KEYS, ShortcutText.FIND_NEXT_PREVIOUS),
                    new HelpRow("Esc", ShortcutText.CLOSE_IT));

    private final ScrollPane keys;
    private final Button about;

    ShortcutHelp() {
        Button about = new Button(ShortcutText.ABOUT_BUTTON);
        ScrollPane keys = scrollable(about);
        super("help-over", new VBox(keys));
        this.keys = keys;
        this.about = about;
        about.setId("help-about");
        about.setAccessibleText(ShortcutText.ABOUT);
        setAccessibleText(ShortcutText.ALL_KEYS_ACCESSIBLE);
        setOnMouseClicked(_ -> hide());
    }

    /** Sets what the button at the end of the list does, once the list is hidden. */
    void onAbout(Runnable action) {
        about.setOnAction(
                _ -> {
                    hide();
                    action.run();
                });
    }

    /** Shows or hides the list. */
    void toggle() {
        if (isShowing()) {
            hide();
        } else {
            show(keys); // so that arrows scroll them
        }
    }

    /** The window may be smaller than the list, or its font larger. */
    private static ScrollPane scrollable(Button about) {
        HBox columns = new HBox(left(), new VBox(right(), about)); // the right one is shorter
        columns.setId("keys");
        columns.getStyleClass().add("keys-columns");
        ScrollPane scrollable = new ScrollPane(columns);
        scrollable.setId("keys-scroll");
        scrollable.setFocusTraversable(true);
        scrollable.setAccessibleText(ShortcutText.ALL_KEYS_SCROLLING);
        scrollable.setMinSize(0, 0);
        scrollable.setFitToWidth(true); // a text that is too wide wraps: nobody scrolls sideways
        VBox.setVgrow(scrollable, Priority.ALWAYS);
        scrollable.getStyleClass().add("keys-scroll");
        return scrollable;
    }

    private static GridPane left() {
        GridPane table = table();
        add(table, Shortcut.Section.WINDOW.title(), shortcuts(Shortcut.Section.WINDOW));
        add(table, Shortcut.Section.REPLAY.title(), shortcuts(Shortcut.Section.REPLAY));
        add(table, ShortcutText.IN_A_COMPARISON, COMPARISON);
        return table;
    }

    private static GridPane right() {
        List<HelpRow> timeline = new ArrayList<>(shortcuts(Shortcut.Section.TIMELINE));
        timeline.addAll(TIMELINE);
        GridPane table = table();
        add(table, Shortcut.Section.TIMELINE.title(), timeline);
        add(table, ShortcutText.IN_THE_LIST_OF_SITES, SITES);
        add(table, ShortcutText.WHILE_FINDING_A_TASK, FIND);
        return table;
    }

    private static List<HelpRow> shortcuts(Shortcut.Section section) {
        return Shortcut.of(section).stream().map(HelpRow::of).toList();
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
            action.setWrapText(true);
            table.addRow(table.getRowCount(), keys, action);
        }
    }
}
