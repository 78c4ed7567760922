package dev.overlap.ui;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;

/** Asks which list to open: the system's dialog, or an answer given in advance by a test. */
@FunctionalInterface
interface OpenDialog {

    /**
     * Asks, on the JavaFX thread.
     *
     * @return the file, or null if the person changed their mind
     */
    @Nullable Path ask(Window owner);

    /** The system's own dialog. */
    static @Nullable Path system(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a list of sites");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter("Lists of sites", "*" + SiteFile.EXTENSION, "*.txt"),
                        new ExtensionFilter("All files", "*"));
        File chosen = chooser.showOpenDialog(owner);
        return chosen == null ? null : chosen.toPath();
    }
}
