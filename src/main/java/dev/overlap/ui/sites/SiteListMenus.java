package dev.overlap.ui.sites;

import atlantafx.base.theme.Styles;

import dev.overlap.plan.SampleLists;
import dev.overlap.text.SiteListText;
import dev.overlap.text.sites.EditText;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** Creates the menus above the site list. */
final class SiteListMenus {

    private SiteListMenus() {}

    /** The menu of the file actions, of undo and of redo. */
    static MenuButton list(SiteListFiles files, SiteEdits edits) {
        MenuButton menu = new MenuButton("List");
        menu.setId("list-menu");
        menu.setAccessibleText(SiteListText.FILE_MENU_ACCESSIBLE);
        menu.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem undo = item("undo-sites", "Undo", edits::undo);
        MenuItem redo = item("redo-sites", "Redo", edits::redo);
        menu.getItems()
                .setAll(
                        item("new-sites", "New", files::begin),
                        item("open-sites", "Open... (Ctrl+O)", files::open),
                        item("save-sites", "Save... (Ctrl+S)", files::save),
                        new SeparatorMenuItem(),
                        undo,
                        redo);
        menu.setOnShowing(_ -> name(undo, redo, edits));
        return menu;
    }

    private static void name(MenuItem undo, MenuItem redo, SiteEdits edits) {
        undo.setText(EditText.command("Undo", edits.undoable(), "Ctrl+Z"));
        undo.setDisable(edits.undoable() == null);
        redo.setText(EditText.command("Redo", edits.redoable(), "Ctrl+Y"));
        redo.setDisable(edits.redoable() == null);
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** The menu of the sample lists, which replace the list. */
    static MenuButton samples(SiteEdits edits) {
        MenuButton samples = new MenuButton("Samples");
        samples.setId("samples");
        samples.setAccessibleText(SiteListText.SAMPLES_ACCESSIBLE);
        samples.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        samples.setMinWidth(Region.USE_PREF_SIZE);
        for (SampleLists.SampleList sampleList : SampleLists.all()) {
            String name =
                    sampleList.name() + (sampleList.needsInternet() ? " (needs internet)" : "");
            MenuItem item = new MenuItem(name);
            item.setOnAction(_ -> edits.open(sampleList.sites()));
            samples.getItems().add(item);
        }
        return samples;
    }
}
