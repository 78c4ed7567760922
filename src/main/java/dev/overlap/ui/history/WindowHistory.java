package dev.overlap.ui.history;

import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.history.RunHistory;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunNumbers;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * All that a window has to do with kept runs and with files that hold runs, wired.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class WindowHistory implements AutoCloseable {

    /**
     * What it needs.
     *
     * @param history null if runs cannot be kept
     * @param dialog asks for a file to open
     * @param inbox runs on the JavaFX thread
     */
    public record Services(
            @Nullable RunHistory history,
            SessionFileReader reader,
            OpenDialog dialog,
            Executor background,
            Executor inbox,
            ExportService export) {}

    private final Services services;
    private final FileMenu menu = new FileMenu();
    private final @Nullable HistoryController kept;
    private final FileOpener opener;
    private final ModalOverlay question;
    private final BooleanProperty keeping = new SimpleBooleanProperty(this, "keeping", true);
    private @Nullable EndedRun ended;
    private boolean closed;

    public WindowHistory(Services services, OpenedRuns window) {
        this.services = services;
        RunHistory history = services.history;
        kept =
                history == null
                        ? null
                        : new HistoryController(
                                history,
                                services.background,
                                services.inbox,
                                services.export,
                                window);
        opener = new FileOpener(services.reader, services.background, services.inbox, window);
        question = kept == null ? new ForgetDialog(() -> {}) : kept.question();
        connect();
        window.runs().latestProperty().subscribe((_, now) -> shownChanged(now));
    }

    private void connect() {
        if (kept == null) {
            menu.withoutHistory();
        } else {
            menu.control(kept);
            kept.keepingProperty().bindBidirectional(keeping);
            kept.setOnShown(opener::shownOther);
        }
    }

    private void shownChanged(@Nullable Started now) {
        opener.shownOther();
        if (kept != null && (now == null || now.isOwn())) {
            kept.shownOther();
        }
    }

    /** The menu of files. */
    public FileMenu menu() {
        return menu;
    }

    /** The strip of kept runs, below what is said of an opened file. */
    public Node foot() {
        return kept == null ? opener.bar() : new VBox(opener.bar(), kept.strip());
    }

    /** The question before all kept runs are deleted. */
    public ModalOverlay question() {
        return question;
    }

    /** Whether runs are kept. */
    public BooleanProperty keepingProperty() {
        return keeping;
    }

    /**
     * Opens what the menu asks for, and what is dropped onto a window.
     *
     * @param save saves what the window shows as a session
     */
    public void install(Scene scene, Runnable save) {
        menu.onSave(save);
        menu.onOpen(() -> opener.ask(services.dialog, scene));
        opener.acceptDrops(scene);
    }

    /**
     * Sets what takes files that are programs.
     *
     * @param taker tells whether a file is one, and offers to run it then
     */
    public void onProgram(Predicate<Path> taker) {
        opener.onProgram(taker);
    }

    /** Sets what is told when all kept runs are deleted. */
    public void onForgotten(Runnable action) {
        if (kept != null) {
            kept.setOnForgotten(action);
        }
    }

    /** Opens a file. */
    public void open(Path file) {
        opener.open(file);
    }

    /** Shows what is kept, and the latest of it if the window shows nothing else. */
    public void restore() {
        if (kept != null) {
            kept.restore();
        }
    }

    /** Takes a run that has ended, to keep it. */
    public void runEnded(Started run, RunNumbers numbers) {
        if (kept != null && !closed) { // closing stops a run, which is then nobody's
            ended = new EndedRun(run, numbers);
            refresh();
        }
    }

    /** Takes a comparison that has ended, to keep it. */
    public void comparisonEnded(RecordedComparison comparison) {
        if (kept != null && !closed) {
            kept.keep(comparison);
        }
    }

    /** Keeps the last run, once its numbers are known. */
    public void refresh() {
        EndedRun run = ended;
        if (run != null && kept != null && run.isKnown()) {
            ended = null;
            kept.keep(run.recording());
        }
    }

    /** Switches between dark and light thumbnails. */
    public void setDark(boolean dark) {
        if (kept != null) {
            kept.setDark(dark);
        }
    }

    /** Finishes what is being written. */
    @Override
    public void close() throws IOException {
        closed = true;
        EndedRun run = ended;
        if (kept != null) {
            if (run != null) {
                kept.keep(run.recording());
            }
            kept.close();
        }
    }
}
