package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.SiteListText;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.SaveDialog;

import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens and saves the site list and reports the result. Opening a list is one undo step.
 *
 * <p>Threads: called on the JavaFX thread, which never blocks here; files are read, parsed and
 * written in the background.
 */
public final class SiteListFileActions implements SiteListFiles {

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

    /** Starts an empty list. */
    @Override
    public void begin() {
        edits.open(SiteList.EMPTY);
        callbacks.say.accept(SiteListText.NEW_LIST);
    }

    /** Asks for a file and opens its list. */
    @Override
    public void open() {
        Path file = openDialog.ask(callbacks.window.get());
        if (file != null) {
            open(file);
        }
    }

    /** Opens the list of a file. */
    public void open(Path file) {
        read(file, this::opened);
    }

    /** Whether a file has the name of a list. */
    public static boolean isList(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(SiteFile.EXTENSION);
    }

    private void opened(Path file, SiteList list) {
        name = file.getFileName() + "";
        edits.open(list);
        callbacks.say.accept(SiteListText.OPENED.formatted(file));
    }

    /** Inserts the lines of a file. */
    @Override
    public void insert(Path file, int row) {
        read(
                file,
                (_, list) -> {
                    int at = Math.min(row, edits.list().lines().size());
                    edits.insert(at, list.text(), (_, added) -> added(added, file));
                });
    }

    private void added(int lines, Path file) {
        callbacks.say.accept("Added " + NumberFormats.count(lines, "line") + " of " + file + ".");
    }

    /** Receives a list that was read, on the JavaFX thread. */
    @FunctionalInterface
    private interface ListConsumer {
        void accept(Path file, SiteList list);
    }

    private void read(Path file, ListConsumer consumer) {
        background.execute(
                () -> {
                    try {
                        SiteList list = SiteFile.read(file);
                        inbox.execute(() -> consumer.accept(file, list));
                    } catch (IOException e) {
                        showError(SiteListText.COULD_NOT_BE_OPENED, file, e);
                    }
                });
    }

    /** Asks for a file and saves the list. */
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

    /** Our own messages end with a full stop; those of the system may not be sentences. */
    private void showError(String what, Path file, IOException fault) {
        String message = String.valueOf(fault.getMessage());
        String sentence =
                message.endsWith(".") ? message : "\"" + file + "\" " + what + ": " + message + ".";
        inbox.execute(() -> callbacks.say.accept(sentence));
    }
}
