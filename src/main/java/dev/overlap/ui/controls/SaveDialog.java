package dev.overlap.ui.controls;

import dev.overlap.text.DialogText;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;

/** Asks where to save a file: the system's dialog, or a stub in tests. */
@FunctionalInterface
public interface SaveDialog {

    /**
     * Asks for a file, on the JavaFX thread.
     *
     * @param name the suggested name, with its extension
     * @return the file, or null if cancelled
     */
    @Nullable Path ask(Window owner, String name);

    /** The system's dialog. */
    static @Nullable Path system(Window owner, String name) {
        FileChooser chooser = new FileChooser();
        String extension = name.substring(name.lastIndexOf('.'));
        chooser.setTitle(DialogText.save(name));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("*" + extension, "*" + extension));
        File chosen = chooser.showSaveDialog(owner);
        return chosen == null ? null : withExtension(chosen.toPath(), extension);
    }

    private static Path withExtension(Path file, String extension) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(extension) ? file : file.resolveSibling(name + extension);
    }
}
