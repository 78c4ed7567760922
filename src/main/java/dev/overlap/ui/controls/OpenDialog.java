package dev.overlap.ui.controls;

import dev.overlap.text.DialogText;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;

/** Asks which file to open: the system's dialog, or an answer given in advance by a test. */
@FunctionalInterface
public interface OpenDialog {

    /** How the name of a file with a list of sites ends. */
    String SITES = ".sites";

    /**
     * Asks, on the JavaFX thread.
     *
     * @return the file, or null if the person changed their mind
     */
    @Nullable Path ask(Window owner);

    /** The system's own dialog, for lists of sites. */
    static @Nullable Path sites(Window owner) {
        return ask(
                owner,
                DialogText.OPEN_SITE_LIST,
                new ExtensionFilter("Lists of sites", "*" + SITES, "*.txt"));
    }

    /** The system's own dialog, for lessons. */
    static @Nullable Path lessons(Window owner) {
        return ask(
                owner, "Open a lesson", new ExtensionFilter("Lessons", "*.yaml", "*.yml", "*.txt"));
    }

    private static @Nullable Path ask(Window owner, String title, ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filter, new ExtensionFilter("All files", "*"));
        File chosen = chooser.showOpenDialog(owner);
        return chosen == null ? null : chosen.toPath();
    }
}
