package dev.overlap.ui.history;

import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Takes a file that is dropped anywhere onto the window, if its name is that of a run or of a
 * program.
 *
 * <p>Threads: JavaFX thread only.
 */
final class FileDrop {

    private static final List<String> ENDINGS =
            List.of(".overlap", ".events", ".har", ".json", ".json.gz", ".har.gz", ".py", ".pyw");

    private final Consumer<Path> taker;

    /**
     * @param taker receives the file
     */
    FileDrop(Consumer<Path> taker) {
        this.taker = taker;
    }

    void install(Scene scene) {
        scene.addEventFilter(DragEvent.DRAG_OVER, this::over);
        scene.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (fileOf(event.getDragboard().getFiles()) != null) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (take(event.getDragboard().getFiles())) {
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /**
     * Takes what was dropped.
     *
     * @param files null if no files were dropped
     * @return whether it was taken
     */
    boolean take(@Nullable List<File> files) {
        Path file = fileOf(files);
        if (file != null) {
            taker.accept(file);
        }
        return file != null;
    }

    private static @Nullable Path fileOf(@Nullable List<File> files) {
        return files != null && files.size() == 1 && isTaken(files.getFirst().getName())
                ? files.getFirst().toPath()
                : null;
    }

    private static boolean isTaken(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
