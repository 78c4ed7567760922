package dev.overlap.ui;

import dev.overlap.export.Export;
import dev.overlap.export.Report;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Writes reports to files and pictures to the clipboard, and says in one sentence how that went.
 *
 * <p>Threads: called on the JavaFX thread, which never waits here; painting and writing happen in
 * the background, sentences come back through the inbox.
 */
final class Exporting {

    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> say;

    /**
     * @param say gets sentences, on the JavaFX thread
     */
    Exporting(Executor background, Executor inbox, Consumer<String> say) {
        this.background = background;
        this.inbox = inbox;
        this.say = say;
    }

    /** Writes a report in the format that the file's extension names. */
    void write(Report report, Path file) {
        say.accept("Writing " + file + ".");
        inBackground(
                () -> {
                    Export.write(report, file);
                    return () -> say.accept("Saved " + file + ".");
                });
    }

    /** Puts the picture of a report on the clipboard. */
    void copy(Report report) {
        say.accept("Painting the picture.");
        inBackground(
                () -> {
                    Image image = picture(report);
                    return () -> put(image);
                });
    }

    private static Image picture(Report report) throws IOException {
        Path file = Files.createTempFile("overlap-", ".png");
        try {
            Export.write(report, file);
            try (InputStream in = Files.newInputStream(file)) {
                return new Image(in);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void put(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        boolean taken = Clipboard.getSystemClipboard().setContent(content);
        say.accept(
                taken
                        ? "The picture is on the clipboard."
                        : "The clipboard did not take the picture. Save it as a PNG instead.");
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
                    } catch (IOException | RuntimeException e) {
                        inbox.execute(() -> say.accept(sentence(e)));
                    }
                });
    }

    private static String sentence(Exception fault) {
        String words = fault.getMessage();
        return words == null ? "Nothing was exported: " + fault : words;
    }
}
