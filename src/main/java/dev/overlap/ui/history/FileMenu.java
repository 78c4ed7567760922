package dev.overlap.ui.history;

import dev.overlap.text.history.HistoryText;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The menu of files: opening, saving, and what is kept of runs. */
public final class FileMenu extends MenuButton {

    private final MenuItem open = item("file-open", HistoryText.OPEN);
    private final MenuItem save = item("file-save", HistoryText.SAVE_SESSION);
    private final CheckMenuItem keep = new CheckMenuItem(HistoryText.KEEP_RUNS);
    private final MenuItem undo = item("file-undo", HistoryText.UNDO_DELETION);
    private final MenuItem forget = item("file-forget", HistoryText.FORGET_MENU);

    /** Creates the menu of a window that can keep runs, as long as nothing else is said. */
    FileMenu() {
        super(HistoryText.FILE, new FontIcon(Feather.FOLDER));
        setId("file");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(HistoryText.FILE + ". " + HistoryText.FILE_HELP);
        setTooltip(new Tooltip(HistoryText.FILE_HELP));
        keep.setId("file-keep");
        keep.setSelected(true);
        getItems().setAll(open, save, new SeparatorMenuItem(), keep, undo, forget);
    }

    private static MenuItem item(String id, String name) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        return item;
    }

    /** Sets the action that asks for a file and opens it. */
    void onOpen(Runnable action) {
        open.setOnAction(_ -> action.run());
    }

    /** Sets the action that saves what the window shows as a session. */
    void onSave(Runnable action) {
        save.setOnAction(_ -> action.run());
    }

    /** Adds an item about what is opened. */
    public void addOpening(MenuItem item) {
        getItems().add(getItems().indexOf(open) + 1, item);
    }

    /** Adds further items about files, in a group of their own. */
    public void add(List<MenuItem> items) {
        int end = getItems().indexOf(save) + 1;
        getItems().add(end, new SeparatorMenuItem());
        getItems().addAll(end + 1, items);
    }

    /** Connects the items that are about kept runs; without this there are none of them. */
    void control(HistoryController history) {
        bind(history.keepingProperty());
        undo.setOnAction(_ -> history.undo());
        forget.setOnAction(_ -> history.askToForget());
    }

    private void bind(BooleanProperty keeping) {
        keep.selectedProperty().bindBidirectional(keeping);
    }

    /** Leaves out the items that are about kept runs: no folder can hold any. */
    void withoutHistory() {
        getItems().setAll(open, save);
    }
}
