package dev.overlap.ui;

import dev.overlap.export.Export;
import dev.overlap.export.Report;
import dev.overlap.export.Report.Look;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.ui.RunControl.Started;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes a run out of the program: pictures and tables as files, pictures on the clipboard. Says in
 * one sentence how that went.
 *
 * <p>Threads: called on the JavaFX thread, which never waits here; painting and writing happen in
 * the background, sentences come back through the inbox.
 */
final class Exporting {

    /**
     * What exporting needs from the window.
     *
     * @param latest the run to export, or null while there is none
     * @param window that a dialog belongs to
     * @param say gets sentences, on the JavaFX thread
     */
    record Desk(
            Supplier<@Nullable Started> latest,
            SaveDialog dialog,
            Supplier<Window> window,
            Consumer<String> say) {}

    private final Executor background;
    private final Executor inbox;
    private final Desk desk;

    Exporting(Executor background, Executor inbox, Desk desk) {
        this.background = background;
        this.inbox = inbox;
        this.desk = desk;
    }

    /** Asks for a file and paints the run's picture into it. */
    void savePicture(Look look) {
        save(look, "png");
    }

    /** Asks for a file and writes the run's table into it. */
    void saveTable() {
        save(Look.DEFAULT, "csv");
    }

    private void save(Look look, String extension) {
        Started run = latest();
        if (run == null) {
            return;
        }
        String name = "overlap-" + run.run().plan().model() + "." + extension;
        Path file = desk.dialog.ask(desk.window.get(), name);
        if (file != null) {
            write(report(run, look), file);
        }
    }

    private void write(Report report, Path file) {
        say("Writing " + file + ".");
        inBackground(
                () -> {
                    Export.write(report, file);
                    return () -> say("Saved " + file + ".");
                });
    }

    /** Puts the run's picture on the clipboard. */
    void copyPicture(Look look) {
        Started run = latest();
        if (run != null) {
            say("Painting the picture.");
            inBackground(
                    () -> {
                        Image image = picture(report(run, look));
                        return () -> put(image);
                    });
        }
    }

    private @Nullable Started latest() {
        Started run = desk.latest.get();
        if (run == null) {
            say("There is no run to export yet. Press Run first.");
        }
        return run;
    }

    private static Report report(Started started, Look look) {
        Plan plan = started.run().plan();
        String name = Model.of(plan.model()).name();
        return new Report(plan, name, started.begun(), started.run().trace(), look);
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
        say(
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
                        inbox.execute(() -> say(sentence(e)));
                    }
                });
    }

    private static String sentence(Exception fault) {
        String words = fault.getMessage();
        return words == null ? "Nothing was exported: " + fault : words;
    }

    private void say(String sentence) {
        desk.say.accept(sentence);
    }
}
