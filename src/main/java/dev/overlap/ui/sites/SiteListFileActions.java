package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.SiteListText;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.SaveDialog;

import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes the site list to files and back, and says in one sentence how that went. A list that is
 * opened takes the place of the one before in one step that can be undone.
 *
 * <p>Threads: called on the JavaFX thread, which never waits here; files are read, understood and
 * written in the background.
 */
public final class SiteListFileActions implements SiteListPane.Files {

    /** What filing needs from the window. What is not set does nothing. */
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

    private final SiteEdits edits;
    private final Executor background;
    private final Executor inbox;
    private final OpenDialog openDialog;
    private final SaveDialog saveDialog;
    private final Callbacks callbacks;
    private String name = "list" + SiteFile.EXTENSION;

    public SiteListFileActions(
            SiteEdits edits,
            Executor background,
            Executor inbox,
            OpenDialog openDialog,
            SaveDialog saveDialog,
            Callbacks callbacks) {
        this.openDialog = openDialog;
        this.saveDialog = saveDialog;
        this.edits = edits;
        this.background = background;
        this.inbox = inbox;
        this.callbacks = callbacks;
    }

    /** Begins an empty list. */
    @Override
    public void begin() {
        edits.open(SiteList.EMPTY);
        callbacks.say.accept(SiteListText.NEW_LIST);
    }

    /** Asks for a file and shows its lines. */
    @Override
    public void open() {
        Path file = openDialog.ask(callbacks.window.get());
        if (file != null) {
            read(file, this::opened);
        }
    }

    private void opened(Path file, SiteList list) {
        name = file.getFileName() + "";
        edits.open(list);
        callbacks.say.accept(SiteListText.OPENED.formatted(file));
    }

    /** Adds the lines of a file to the list. */
    @Override
    public void insert(Path file, int row) {
        read(
                file,
                (_, list) -> {
                    int at = Math.min(row, edits.list().lines().size());
                    int added = edits.insert(at, list.text());
                    callbacks.say.accept(
                            "Added " + NumberFormats.count(added, "line") + " of " + file + ".");
                });
    }

    /** What to do with a list that was read, on the JavaFX thread. */
    @FunctionalInterface
    private interface Taken {
        void take(Path file, SiteList list);
    }

    private void read(Path file, Taken taken) {
        background.execute(
                () -> {
                    try {
                        SiteList list = SiteFile.read(file);
                        inbox.execute(() -> taken.take(file, list));
                    } catch (IOException e) {
                        showError(SiteListText.COULD_NOT_BE_OPENED, file, e);
                    }
                });
    }

    /** Asks for a file and writes the list into it. */
    @Override
    public void save() {
        Path file = saveDialog.ask(callbacks.window.get(), withExtension(name));
        if (file == null) {
            return;
        }
        SiteList list = edits.list();
        background.execute(
                () -> {
                    try {
                        SiteFile.write(list, file);
                        inbox.execute(() -> saved(list, file));
                    } catch (IOException e) {
                        showError(SiteListText.COULD_NOT_BE_SAVED, file, e);
                    }
                });
    }

    private void saved(SiteList list, Path file) {
        name = file.getFileName() + "";
        String leftOut = list.equals(list.withoutSecrets()) ? "" : SiteListText.SECRETS_MASKED;
        callbacks.say.accept("Saved " + file + "." + leftOut);
    }

    private static String withExtension(String name) {
        return name.endsWith(SiteFile.EXTENSION) ? name : name + SiteFile.EXTENSION;
    }

    /** Sentences of ours end with a full stop; what the system says may be no sentence at all. */
    private void showError(String what, Path file, IOException fault) {
        String words = String.valueOf(fault.getMessage());
        String sentence =
                words.endsWith(".") ? words : "\"" + file + "\" " + what + ": " + words + ".";
        inbox.execute(() -> callbacks.say.accept(sentence));
    }
}
