package dev.overlap.ui.history;

import dev.overlap.text.history.HistoryText;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;

/**
 * What can be done with the selected runs: the menu of a right click and of the menu key.
 *
 * <p>Threads: JavaFX thread only.
 */
final class HistoryMenu extends ContextMenu {

    private final HistoryStrip strip;
    private final HistoryStrip.Actions actions;
    private final MenuItem show = item("history-show", HistoryText.SHOW, this::showSelected);
    private final MenuItem compare =
            item("history-side-by-side", HistoryText.COMPARE, this::compare);
    private final MenuItem rename = item("history-rename", HistoryText.RENAME, this::rename);
    private final MenuItem pin = item("history-pin", HistoryText.PIN, this::pin);
    private final MenuItem delete = item("history-delete", HistoryText.DELETE, this::delete);
    private final MenuItem save = item("history-save", HistoryText.SAVE_AS, this::save);
    private final Menu export = new Menu(HistoryText.EXPORT);

    HistoryMenu(HistoryStrip strip, HistoryStrip.Actions actions, ExportItems formats) {
        this.strip = strip;
        this.actions = actions;
        export.setId("history-export");
        export.getItems().setAll(formats.of(() -> strip.selected().getFirst()));
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
        List<HistoryItem> selected = strip.selected();
        boolean one = selected.size() == 1;
        show.setDisable(!one);
        compare.setDisable(selected.size() < 2);
        rename.setDisable(!one);
        pin.setDisable(selected.isEmpty());
        pin.setText(allPinned() ? HistoryText.UNPIN : HistoryText.PIN);
        delete.setDisable(selected.isEmpty());
        save.setDisable(!one);
        export.setDisable(!one);
    }

    private boolean allPinned() {
        return strip.selected().stream().allMatch(item -> item.label().pinned());
    }

    private void showSelected() {
        actions.show(strip.selected().getFirst());
    }

    private void compare() {
        actions.compare(strip.selected());
    }

    private void rename() {
        strip.edit(strip.selected().getFirst());
    }

    private void pin() {
        actions.pin(strip.selected(), !allPinned());
    }

    private void delete() {
        actions.delete(strip.selected());
    }

    private void save() {
        actions.save(strip.selected().getFirst());
    }
}
