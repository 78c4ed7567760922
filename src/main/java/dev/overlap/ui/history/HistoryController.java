package dev.overlap.ui.history;

import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport.Look;
import dev.overlap.session.Recording;
import dev.overlap.session.Session;
import dev.overlap.session.SideBySide;
import dev.overlap.session.SideBySide.NamedSession;
import dev.overlap.session.history.HistoryEntry;
import dev.overlap.session.history.RunHistory;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.export.ExportService;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Keeps the runs and comparisons of the window, and shows kept ones.
 *
 * <p>Threads: JavaFX thread only, which never blocks here: files are read and written in the
 * background, one after another. Only {@link #close} waits, for what is being written.
 */
final class HistoryController implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryController.class);
    private static final Duration MAX_CLOSE_WAIT = Duration.ofSeconds(5);

    private final RunHistory history;
    private final HistoryItems items;
    private final SerialExecutor tasks;
    private final Executor inbox;
    private final HistoryWindow window;
    private final HistoryStrip strip;
    private final ForgetDialog question = new ForgetDialog(this::forgetAll);
    private final BooleanProperty keeping = new SimpleBooleanProperty(this, "keeping", true);
    private final Deque<List<String>> deleted = new ArrayDeque<>();
    private final ExportService exportService;
    private boolean dark;
    private boolean touched;
    private @Nullable String shown;
    private @Nullable String wanted;
    private String lastProblem = "";
    private Runnable onShown = () -> {};
    private Runnable onForgotten = () -> {};

    /**
     * @param inbox runs on the JavaFX thread
     */
    HistoryController(
            RunHistory history,
            Executor background,
            Executor inbox,
            ExportService exportService,
            HistoryWindow window) {
        this.history = history;
        this.inbox = inbox;
        this.exportService = exportService;
        this.window = window;
        items = new HistoryItems(history);
        tasks = new SerialExecutor(background);
        strip = new HistoryStrip(new Actions(), new ExportItems(this::export));
    }

    /** The strip of kept runs. */
    HistoryStrip strip() {
        return strip;
    }

    /** The question before all runs are deleted. */
    ModalOverlay question() {
        return question;
    }

    /** Whether runs are kept from now on. */
    BooleanProperty keepingProperty() {
        return keeping;
    }

    /** Shows what is kept, and the latest of it unless something else is shown before. */
    void restore() {
        load();
        inBackground(
                () -> {
                    List<HistoryEntry> runs = history.contents().runs();
                    if (!runs.isEmpty()) {
                        String id = runs.getFirst().id();
                        Session session = history.read(id);
                        inbox.execute(() -> restored(id, session));
                    }
                });
    }

    private void restored(String id, Session session) {
        if (!touched && window.isFreshFor(session.recording())) {
            showNow(id, session);
        }
    }

    /** Tells that the window shows something else. */
    void shownOther() {
        touched = true;
        wanted = null;
        mark(null);
    }

    /** Switches between dark and light thumbnails. */
    void setDark(boolean dark) {
        if (dark != this.dark) {
            this.dark = dark;
            load();
        }
    }

    /** Keeps what the window has run. */
    void keep(Recording recording) {
        if (!keeping.get()) {
            return;
        }
        inBackground(
                () -> {
                    String id = history.keep(recording);
                    inbox.execute(() -> kept(id, recording));
                });
    }

    private void kept(String id, Recording recording) {
        if (window.shows(recording)) {
            shown = id;
        }
        load();
    }

    private void load() {
        boolean nowDark = dark;
        inBackground(
                () -> {
                    RunHistory.Contents contents = history.contents();
                    List<HistoryItem> loaded = items.of(contents.runs(), nowDark);
                    inbox.execute(
                            () -> {
                                show(loaded);
                                contents.problems().forEach(this::complain);
                            });
                });
    }

    private void show(List<HistoryItem> loaded) {
        strip.show(loaded.stream().map(it -> it.withShown(it.id().equals(shown))).toList());
    }

    private void mark(@Nullable String id) {
        shown = id;
        show(strip.items());
    }

    /** Does something with files, and says why if it cannot be done. */
    private void inBackground(FileTask task) {
        tasks.execute(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        String sentence = String.valueOf(e.getMessage());
                        inbox.execute(() -> complain(sentence));
                    } catch (RuntimeException | OutOfMemoryError e) {
                        LOG.error("a kept run cannot be used", e);
                        inbox.execute(() -> complain(HistoryText.FAULT));
                    }
                });
    }

    private interface FileTask {
        void run() throws IOException;
    }

    /** Says what is wrong, but not again and again. */
    private void complain(String sentence) {
        if (!sentence.equals(lastProblem)) {
            lastProblem = sentence;
            window.say(sentence);
        }
    }

    /** Does something with the files, and shows the result. */
    private void change(FileTask task) {
        lastProblem = "";
        inBackground(task);
        load();
    }

    private void open(String id) {
        wanted = id;
        lastProblem = "";
        inBackground(
                () -> {
                    Session session = history.read(id);
                    inbox.execute(() -> opened(id, session));
                });
    }

    private void opened(String id, Session session) {
        if (id.equals(wanted)) { // else another was clicked meanwhile
            showNow(id, session);
        }
    }

    private void showNow(String id, Session session) {
        if (window.show(session, HistoryText.kept(session.recording().begun()))) {
            touched = true;
            wanted = null;
            mark(id);
            onShown.run();
        }
    }

    /** Sets what is told when a kept run is shown. */
    void setOnShown(Runnable action) {
        onShown = action;
    }

    /** Sets what is told when all kept runs are deleted. */
    void setOnForgotten(Runnable action) {
        onForgotten = action;
    }

    /** Asks before all runs are deleted. */
    void askToForget() {
        List<HistoryItem> all = strip.items();
        if (all.isEmpty()) {
            window.say(HistoryText.NOTHING_KEPT);
        } else {
            long pinned = all.stream().filter(item -> item.label().pinned()).count();
            question.ask(HistoryText.forgetQuestion(all.size(), pinned));
        }
    }

    private void forgetAll() {
        int before = strip.items().size();
        deleted.clear();
        shown = null;
        change(history::forgetAll);
        onForgotten.run();
        inBackground(() -> inbox.execute(() -> window.say(HistoryText.forgotten(before))));
    }

    /** Restores what was deleted last. */
    void undo() {
        List<String> ids = deleted.poll();
        if (ids == null) {
            window.say(HistoryText.NOTHING_DELETED);
            return;
        }
        change(
                () -> {
                    for (String id : ids) {
                        history.restore(id);
                    }
                });
        window.say(HistoryText.restored(ids.size()));
    }

    private void export(HistoryItem item, ReportFormat format) {
        Look look = window.look();
        exportService.save(
                HistoryText.fileName(item.label().shown(), format.extension()),
                file -> SessionReports.write(history.read(item.id()), look, file));
    }

    /** Finishes what is being written, and deletes for good what was deleted. */
    @Override
    public void close() throws IOException {
        tasks.await(MAX_CLOSE_WAIT);
        history.close();
    }

    private final class Actions implements HistoryActions {

        @Override
        public void show(HistoryItem item) {
            open(item.id());
        }

        @Override
        public void compare(List<HistoryItem> chosen) {
            lastProblem = "";
            List<HistoryItem> inOrder = new ArrayList<>(chosen).reversed(); // the oldest first
            inBackground(
                    () -> {
                        List<NamedSession> sessions = new ArrayList<>();
                        List<String> names = names(inOrder);
                        for (int i = 0; i < inOrder.size(); i++) {
                            Session session = history.read(inOrder.get(i).id());
                            sessions.add(new NamedSession(names.get(i), session));
                        }
                        Recording joined = SideBySide.of(sessions);
                        inbox.execute(() -> showJoined(joined));
                    });
        }

        private List<String> names(List<HistoryItem> chosen) {
            return HistoryText.distinct(
                    chosen.stream()
                            .map(
                                    item ->
                                            new HistoryText.Naming(
                                                    item.label().name(),
                                                    item.label().title(),
                                                    item.label().begun()))
                            .toList());
        }

        @Override
        public void rename(HistoryItem item, String name) {
            change(() -> history.rename(item.id(), name));
        }

        @Override
        public void pin(List<HistoryItem> chosen, boolean pinned) {
            change(
                    () -> {
                        for (HistoryItem item : chosen) {
                            history.pin(item.id(), pinned);
                        }
                    });
        }

        @Override
        public void delete(List<HistoryItem> chosen) {
            List<String> ids = chosen.stream().map(HistoryItem::id).toList();
            deleted.push(ids);
            change(
                    () -> {
                        for (String id : ids) {
                            history.delete(id);
                        }
                    });
            window.say(HistoryText.deleted(chosen.getFirst().label().shown(), chosen.size()));
        }

        @Override
        public void undo() {
            HistoryController.this.undo();
        }

        @Override
        public void save(HistoryItem item) {
            exportService.save(
                    HistoryText.fileName(item.label().shown(), "overlap"),
                    file ->
                            AtomicFile.write(
                                    file, out -> Files.copy(history.file(item.id()), out)));
        }
    }

    private void showJoined(Recording joined) {
        if (window.show(Session.of(joined), "")) {
            touched = true;
            mark(null);
            onShown.run();
        }
    }
}
