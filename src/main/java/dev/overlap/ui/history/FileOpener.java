package dev.overlap.ui.history;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Session;
import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.history.SessionFileReader.OpenedFile;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Opens files that hold runs, and offers to run programs: chosen in a dialog, dropped onto the
 * window, or named when the program was started.
 *
 * <p>Threads: JavaFX thread only, which never blocks here: files are read in the background.
 */
final class FileOpener {

    private static final Logger LOG = LoggerFactory.getLogger(FileOpener.class);

    private final SessionFileReader reader;
    private final Executor background;
    private final Executor inbox;
    private final HistoryWindow window;
    private final OpenedBar bar = new OpenedBar(this::useAsList);
    private List<SiteLine> sites = List.of();
    private List<String> siteNotes = List.of();
    private Predicate<Path> programs = _ -> false;
    private int latest;

    /**
     * @param inbox runs on the JavaFX thread
     */
    FileOpener(
            SessionFileReader reader, Executor background, Executor inbox, HistoryWindow window) {
        this.reader = reader;
        this.background = background;
        this.inbox = inbox;
        this.window = window;
    }

    /** Sets what takes files that are programs instead, and tells whether one is. */
    void onProgram(Predicate<Path> taker) {
        programs = taker;
    }

    /** The bar that says what of a file is not shown. */
    Node bar() {
        return bar;
    }

    /** Hides what was said of a file: the window shows something else. */
    void shownOther() {
        bar.hide();
    }

    /** Asks for a file and opens it. */
    void ask(OpenDialog dialog, Scene scene) {
        Path file = dialog.ask(scene.getWindow());
        if (file != null) {
            open(file);
        }
    }

    /**
     * Opens a file, or offers to run a program. If another is opened before it is read, that one is
     * shown.
     */
    void open(Path file) {
        if (programs.test(file)) {
            return;
        }
        int number = ++latest;
        window.say(HistoryText.opening(file));
        background.execute(() -> read(file, number));
    }

    private void read(Path file, int number) {
        try {
            OpenedFile opened = reader.read(file);
            inbox.execute(() -> opened(file, opened, number));
        } catch (IOException e) {
            inbox.execute(() -> window.say(HistoryText.notOpened(file, e.getMessage())));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("\"{}\" was not opened", file, e);
            inbox.execute(() -> window.say(HistoryText.notOpened(file, HistoryText.READER_FAULT)));
        }
    }

    private void opened(Path file, OpenedFile opened, int number) {
        String name = String.valueOf(file.getFileName());
        Session session = opened.session();
        if (number == latest
                && window.show(session, HistoryText.opened(name, session.recording().begun()))) {
            sites = opened.sites();
            siteNotes = opened.siteNotes();
            window.say(HistoryText.openedFile(file));
            bar.show(name, session.notes(), !sites.isEmpty());
        }
    }

    private void useAsList() {
        window.useAsList(new SiteList(sites));
        window.say(HistoryText.usedAsList(sites.size(), siteNotes));
    }

    /** Opens what is dropped onto the window, if its name is that of a run or a program. */
    void acceptDrops(Scene scene) {
        new FileDrop(this::open).install(scene);
    }
}
