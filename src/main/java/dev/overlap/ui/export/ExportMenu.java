package dev.overlap.ui.export;

import dev.overlap.export.ReportFormat;
import dev.overlap.export.RunReport.Look;
import dev.overlap.render.RowGrouping;
import dev.overlap.text.ExportText;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import java.util.List;
import java.util.function.BiConsumer;

/** The export menu: images at several scales, and data files. */
public final class ExportMenu extends MenuButton {

    private static final List<Integer> SCALES = List.of(1, 2, 4);

    /** The actions of the menu; unset ones do nothing. */
    public static final class Callbacks {

        private BiConsumer<ReportFormat, Look> save = (_, _) -> {};
        private Runnable copy = () -> {};

        /** Saves a file in a format; the look applies to images. */
        public Callbacks save(BiConsumer<ReportFormat, Look> save) {
            this.save = save;
            return this;
        }

        /** Copies the image. */
        public Callbacks copy(Runnable copy) {
            this.copy = copy;
            return this;
        }
    }

    private ExportMenu(String id, String what, Callbacks callbacks) {
        super("Export");
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(ExportText.MENU_ACCESSIBLE.formatted(what));
        setTooltip(new Tooltip(ExportText.MENU_HELP.formatted(what)));
        for (ReportFormat format : ReportFormat.all()) {
            if (format.isPicture()) {
                getItems()
                        .addAll(
                                pictures(format, false, callbacks.save),
                                pictures(format, true, callbacks.save));
            }
        }
        getItems().add(item("-copy", "Copy the picture", callbacks.copy));
        getItems().add(new SeparatorMenuItem());
        for (ReportFormat format : ReportFormat.all()) {
            if (!format.isPicture()) {
                getItems()
                        .add(
                                item(
                                        "-" + format.extension(),
                                        format.label(),
                                        () -> callbacks.save.accept(format, Look.DEFAULT)));
            }
        }
    }

    /** Creates the menu of a run. */
    public static ExportMenu ofRun(Callbacks callbacks) {
        return new ExportMenu("export", "run", callbacks);
    }

    /**
     * Creates the menu of a comparison.
     *
     * @param copyTable puts the table on the clipboard
     */
    public static ExportMenu ofComparison(Callbacks callbacks, Runnable copyTable) {
        ExportMenu menu = new ExportMenu("compare-export", "comparison", callbacks);
        menu.getItems().add(menu.item("-copy-table", "Copy the table", copyTable));
        return menu;
    }

    private Menu pictures(ReportFormat format, boolean dark, BiConsumer<ReportFormat, Look> save) {
        String theme = dark ? "dark" : "light";
        Menu menu = new Menu(format.label() + ", " + theme);
        for (int scale : SCALES) {
            Look look = new Look(scale, dark, RowGrouping.TASKS);
            String id = "-" + format.extension() + "-" + theme + "-" + scale;
            menu.getItems().add(item(id, scale + "\u00d7", () -> save.accept(format, look)));
        }
        return menu;
    }

    private MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(getId() + id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
