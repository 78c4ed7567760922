package dev.overlap.ui.export;

import dev.overlap.text.ExportText;
import dev.overlap.ui.controls.SaveDialog;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Exports images and tables to files or the clipboard, and reports the result.
 *
 * <p>Threads: called on the JavaFX thread, which never blocks here; rendering and writing happen in
 * the background, messages come back through the inbox.
 */
public final class ExportService {

    /** The callbacks into the window; unset ones do nothing. */
    public static final class Callbacks {

        private Supplier<Window> window =
                () -> {
                    throw new IllegalStateException("no window is set");
                };
        private Consumer<String> say = _ -> {};

        /** Supplies the owner of dialogs. */
        public Callbacks window(Supplier<Window> window) {
            this.window = window;
            return this;
        }

        /** Receives status messages, on the JavaFX thread. */
        public Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    /** Writes an export to a file, in the background. */
    @FunctionalInterface
    public interface FileExporter {

        /**
         * Writes the file.
         *
         * @throws IOException with a message for the user
         */
        void write(Path file) throws IOException;
    }

    /** Renders an image as PNG, in the background. */
    @FunctionalInterface
    public interface PictureWriter {

        /**
         * Writes the image.
         *
         * @throws IOException with a message for the user
         */
        void paint(OutputStream out) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);

    private final Executor background;
    private final Executor inbox;
    private final SaveDialog dialog;
    private final Callbacks callbacks;
    private final BooleanProperty withList = new SimpleBooleanProperty();

    public ExportService(
            Executor background, Executor inbox, SaveDialog dialog, Callbacks callbacks) {
        this.dialog = dialog;
        this.background = background;
        this.inbox = inbox;
        this.callbacks = callbacks;
    }

    /** Whether the list is a part of pictures. */
    public BooleanProperty withListProperty() {
        return withList;
    }

    /**
     * Asks for a file and writes it.
     *
     * @param name the suggested name, with its extension
     */
    public void save(String name, FileExporter fileExporter) {
        Path file = dialog.ask(callbacks.window.get(), name);
        if (file != null) {
            showStatus("Writing " + file + ".");
            inBackground(
                    () -> {
                        fileExporter.write(file);
                        return () -> showStatus("Saved " + file + ".");
                    });
        }
    }

    /** Copies an image to the clipboard. */
    public void copyPicture(PictureWriter pictureWriter) {
        showStatus("Painting the picture.");
        inBackground(
                () -> {
                    Image image = picture(pictureWriter);
                    return () -> put(image);
                });
    }

    /** Copies a text to the clipboard. */
    public void copyText(String what, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        put(what, content);
    }

    private static Image picture(PictureWriter pictureWriter) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pictureWriter.paint(png);
        return new Image(new ByteArrayInputStream(png.toByteArray()));
    }

    private void put(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        put("picture", content);
    }

    private void put(String what, ClipboardContent content) {
        boolean accepted = Clipboard.getSystemClipboard().setContent(content);
        showStatus(
                accepted
                        ? ExportText.COPIED.formatted(what)
                        : ExportText.NOT_COPIED.formatted(what));
    }

    /** Background work that may fail, returning what to do on the JavaFX thread. */
    @FunctionalInterface
    private interface Work {
        Runnable run() throws IOException;
    }

    private void inBackground(Work work) {
        background.execute(
                () -> {
                    try {
                        inbox.execute(work.run());
                    } catch (IOException | RuntimeException | OutOfMemoryError e) {
                        inbox.execute(() -> showStatus(sentence(e)));
                    }
                });
    }

    private static String sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof IOException || message.endsWith(".")) {
            return message;
        }
        LOG.error("Nothing was exported", failure);
        return failure instanceof OutOfMemoryError ? ExportText.OUT_OF_MEMORY : ExportText.FAILED;
    }

    public void showStatus(String sentence) {
        callbacks.say.accept(sentence);
    }
}
