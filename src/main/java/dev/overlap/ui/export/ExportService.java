package dev.overlap.ui.export;

import dev.overlap.text.ExportText;
import dev.overlap.ui.controls.SaveDialog;

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
 * Takes things out of the program: pictures and tables as files, or on the clipboard. Says in one
 * sentence how that went.
 *
 * <p>Threads: called on the JavaFX thread, which never waits here; painting and writing happen in
 * the background, sentences come back through the inbox.
 */
public final class ExportService {

    /** What exporting needs from the window. What is not set does nothing. */
    public static final class Callbacks {

        private Supplier<Window> window =
                () -> {
                    throw new IllegalStateException("no window is set");
                };
        private Consumer<String> say = _ -> {};

        /** That a dialog belongs to. */
        public Callbacks window(Supplier<Window> window) {
            this.window = window;
            return this;
        }

        /** Gets sentences, on the JavaFX thread. */
        public Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    /** Writes something into a file, in the background. */
    @FunctionalInterface
    public interface FileExporter {

        /**
         * Writes it.
         *
         * @throws IOException with a sentence
         */
        void write(Path file) throws IOException;
    }

    /** Paints a picture as a PNG file holds it, in the background. */
    @FunctionalInterface
    public interface PictureWriter {

        /**
         * Paints it.
         *
         * @throws IOException with a sentence
         */
        void paint(OutputStream out) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);

    private final Executor background;
    private final Executor inbox;
    private final SaveDialog dialog;
    private final Callbacks callbacks;

    public ExportService(
            Executor background, Executor inbox, SaveDialog dialog, Callbacks callbacks) {
        this.dialog = dialog;
        this.background = background;
        this.inbox = inbox;
        this.callbacks = callbacks;
    }

    /**
     * Asks for a file and writes into it.
     *
     * @param name that is suggested, with its extension
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

    /** Puts a picture on the clipboard. */
    public void copyPicture(PictureWriter pictureWriter) {
        showStatus("Painting the picture.");
        inBackground(
                () -> {
                    Image image = picture(pictureWriter);
                    return () -> put(image);
                });
    }

    /** Puts a text on the clipboard. */
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
        boolean taken = Clipboard.getSystemClipboard().setContent(content);
        showStatus(
                taken ? ExportText.COPIED.formatted(what) : ExportText.NOT_COPIED.formatted(what));
    }

    /** Work that may fail, and what to do with its fruit on the JavaFX thread. */
    @FunctionalInterface
    private interface Work {
        Runnable done() throws IOException;
    }

    private void inBackground(Work work) {
        background.execute(
                () -> {
                    try {
                        inbox.execute(work.done());
                    } catch (IOException | RuntimeException | OutOfMemoryError e) {
                        inbox.execute(() -> showStatus(sentence(e)));
                    }
                });
    }

    private static String sentence(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        if (failure instanceof IOException || words.endsWith(".")) {
            return words;
        }
        LOG.error("Nothing was exported", failure);
        return failure instanceof OutOfMemoryError ? ExportText.OUT_OF_MEMORY : ExportText.FAILED;
    }

    public void showStatus(String sentence) {
        callbacks.say.accept(sentence);
    }
}
