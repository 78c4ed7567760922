package dev.overlap.ui.history;

import dev.overlap.text.history.HistoryText;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be done with the selected runs: the menu of a right click and of the menu key.
 *
 * <p>Threads: JavaFX thread only.
 */
final class HistoryMenu extends ContextMenu {

    private final Supplier<List<HistoryItem>> selected;
    private final Consumer<HistoryItem> edit;
    private final HistoryActions actions;
    private final MenuItem show = item("history-show", HistoryText.SHOW, this::showSelected);
    private final MenuItem compare =
            item("history-side-by-side", HistoryText.COMPARE, this::compare);
    private final MenuItem rename = item("history-rename", HistoryText.RENAME, this::rename);
    private final MenuItem pin = item("history-pin", HistoryText.PIN, this::pin);
    private final MenuItem delete = item("history-delete", HistoryText.DELETE, this::delete);
    private final MenuItem save = item("history-save", HistoryText.SAVE_AS, this::save);
    private final Menu export = new Menu(HistoryText.EXPORT);

    HistoryMenu(
            Supplier<List<HistoryItem>> selected,
            Consumer<HistoryItem> edit,
            HistoryActions actions,
            ExportItems formats) {
        this.selected = selected;
        this.edit = edit;
        this.actions = actions;
        export.setId("history-export");
        export.getItems().setAll(formats.of(() -> selected.get().getFirst()));
        getItems()
                .setAll(
                        show,
                        compare,
                        new SeparatorMenuItem(),
                        rename,
                        pin,
                        delete,
                        new SeparatorMenuItem(),
                        save,
                        export);
        setOnShowing(_ -> update());
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void update() {
        List<HistoryItem> runs = selected.get();
        boolean one = runs.size() == 1;
        show.setDisable(!one);
        compare.setDisable(runs.size() < 2);
        rename.setDisable(!one);
        pin.setDisable(runs.isEmpty());
        pin.setText(allPinned() ? HistoryText.UNPIN : HistoryText.PIN);
        delete.setDisable(runs.isEmpty());
        save.setDisable(!one);
        export.setDisable(!one);
    }

    private boolean allPinned() {
        return selected.get().stream().allMatch(item -> item.label().pinned());
    }

    private void showSelected() {
        actions.show(selected.get().getFirst());
    }

    private void compare() {
        actions.compare(selected.get());
    }

    private void rename() {
        edit.accept(selected.get().getFirst());
    }

    private void pin() {
        actions.pin(selected.get(), !allPinned());
    }

    private void delete() {
        actions.delete(selected.get());
    }

    private void save() {
        actions.save(selected.get().getFirst());
    }
}
