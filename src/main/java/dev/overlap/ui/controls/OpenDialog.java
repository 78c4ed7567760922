package dev.overlap.ui.controls;

import dev.overlap.text.DialogText;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;

/** Asks which file to open: the system's dialog, or a stub in tests. */
@FunctionalInterface
public interface OpenDialog {

    /** The file extension of site lists. */
    String SITES = ".sites";

    /**
     * Asks for a file, on the JavaFX thread.
     *
     * @return the file, or null if cancelled
     */
    @Nullable Path ask(Window owner);

    /** The system's dialog, for site lists. */
    static @Nullable Path sites(Window owner) {
        return ask(
                owner,
                DialogText.OPEN_SITE_LIST,
                new ExtensionFilter("Lists of sites", "*" + SITES, "*.txt"));
    }

    /** The system's dialog, for runs of this and other programs. */
    static @Nullable Path sessions(Window owner) {
        return ask(
                owner,
                DialogText.OPEN_RUN,
                new ExtensionFilter(
                        "Runs and programs",
                        "*.overlap",
                        "*.events",
                        "*.har",
                        "*.json",
                        "*.json.gz",
                        "*.py"));
    }

    /** The system's dialog, for programs. */
    static @Nullable Path programs(Window owner) {
        return ask(
                owner, DialogText.CHOOSE_PROGRAM, new ExtensionFilter("Python", "*.py", "*.pyw"));
    }

    /** The system's dialog, for Python interpreters. */
    static @Nullable Path interpreters(Window owner) {
        return ask(owner, DialogText.CHOOSE_PYTHON, new ExtensionFilter("Python", "python*"));
    }

    /** The system's dialog, for lessons. */
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
