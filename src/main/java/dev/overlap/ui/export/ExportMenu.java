package dev.overlap.ui.export;

import dev.overlap.export.ReportFormats;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.Aspect;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport.Look;
import dev.overlap.text.ExportText;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import java.util.List;
import java.util.function.BiConsumer;

/** The export menu: images of several sizes, and data files. */
public final class ExportMenu extends MenuButton {

    private static final List<Integer> SCALES = List.of(1, 2, 4);
    private static final List<Aspect> ASPECTS = List.of(Aspect.WIDE, Aspect.NATURAL);

    /** The actions of the menu; unset ones do nothing. */
    public static final class Callbacks {

        private BiConsumer<ReportFormat, Look> save = (_, _) -> {};
        private Runnable copy = () -> {};
        private BooleanProperty withList = new SimpleBooleanProperty();

        /** Saves a file in a format; the look applies to images. */
        public Callbacks save(BiConsumer<ReportFormat, Look> save) {
            this.save = save;
            return this;
        }

        /** Whether the list is a part of images. */
        public Callbacks withList(BooleanProperty withList) {
            this.withList = withList;
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
        for (ReportFormat format : ReportFormats.all()) {
            if (format.isPicture()) {
                getItems().addAll(pictures(format, callbacks.save));
            }
        }
        getItems().addAll(withList(callbacks), item("-copy", "Copy the picture", callbacks.copy));
        getItems().add(new SeparatorMenuItem());
        for (ReportFormat format : ReportFormats.all()) {
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

    private CheckMenuItem withList(Callbacks callbacks) {
        CheckMenuItem withList = new CheckMenuItem(ExportText.WITH_LIST);
        withList.setId(getId() + "-with-list");
        withList.selectedProperty().bindBidirectional(callbacks.withList);
        return withList;
    }

    private List<Menu> pictures(ReportFormat format, BiConsumer<ReportFormat, Look> save) {
        return format.hasPixels()
                ? List.of(pixels(format, false, save), pixels(format, true, save))
                : List.of(shapes(format, save));
    }

    /** A theme of a format whose pictures have a size. */
    private Menu pixels(ReportFormat format, boolean dark, BiConsumer<ReportFormat, Look> save) {
        Menu menu = new Menu(format.label() + ", " + ExportText.theme(dark));
        for (Aspect aspect : ASPECTS) {
            for (int scale : SCALES) {
                Look look = new Look(scale, dark, RowGrouping.TASKS).withAspect(aspect);
                String name = ExportText.size(aspect == Aspect.WIDE, look.pixelWidth());
                String id = id(format, look) + "-" + scale;
                menu.getItems().add(item(id, name, () -> save.accept(format, look)));
            }
        }
        return menu;
    }

    /** A format whose pictures have no pixels. */
    private Menu shapes(ReportFormat format, BiConsumer<ReportFormat, Look> save) {
        Menu menu = new Menu(format.label());
        for (Aspect aspect : ASPECTS) {
            for (boolean dark : new boolean[] {false, true}) {
                Look look = new Look(1, dark, RowGrouping.TASKS).withAspect(aspect);
                String name = ExportText.picture(aspect == Aspect.WIDE, dark);
                menu.getItems().add(item(id(format, look), name, () -> save.accept(format, look)));
            }
        }
        return menu;
    }

    private static String id(ReportFormat format, Look look) {
        String id = "-" + format.extension() + "-" + ExportText.theme(look.dark());
        return look.aspect() == Aspect.WIDE ? id + "-wide" : id;
    }

    private MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(getId() + id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
