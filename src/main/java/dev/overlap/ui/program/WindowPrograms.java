package dev.overlap.ui.program;

import dev.overlap.program.python.MendedListing;
import dev.overlap.program.python.PythonCommand;
import dev.overlap.text.program.WatchText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.ui.controls.FileWatch;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunController.State;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Runs a person's own programs in the window, and shows what they print and how they are written.
 *
 * <p>Nothing runs by being opened: what is run was shown before, with its command, folder and
 * interpreter, and confirmed. Each content is confirmed once in a window; one that has changed is
 * shown again, unless the user has asked to run it again on each save.
 *
 * <p>Threads: JavaFX thread only, which never blocks here: files are read and programs started in
 * the background.
 */
public final class WindowPrograms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WindowPrograms.class);

    private final RunController runs;
    private final Executor background;
    private final Executor inbox;
    private final ProgramCallbacks window;
    private final StringProperty python = new SimpleStringProperty(this, "python", "");
    private final ProgramSheet sheet;
    private final ProgramPlace place;
    private final FileWatch saves;
    private final Set<String> confirmed = new HashSet<>();
    private final OpenedSources opened;
    private Optional<Path> kept = Optional.empty();
    private @Nullable ProgramLaunch latest;
    private @Nullable Started before;
    private boolean isRunning;
    private boolean isSaved;

    /**
     * @param background runs tasks that may block
     * @param inbox runs on the JavaFX thread
     */
    public WindowPrograms(
            RunController runs, Executor background, Executor inbox, ProgramCallbacks window) {
        this.runs = runs;
        this.background = background;
        this.inbox = inbox;
        this.window = window;
        sheet = new ProgramSheet(background, inbox, python);
        place = new ProgramPlace(new Actions());
        opened = new OpenedSources(background, inbox, this::refresh);
        saves = new FileWatch(background, inbox, _ -> saved());
        place.pane().rerun().setOnAction(_ -> watchSaves());
        runs.stateProperty().subscribe(this::stateChanged);
        runs.latestProperty().subscribe((_, now) -> shownChanged(now));
    }

    /** Sets the folder in which Overlap keeps what lasts. */
    public void keepIn(Optional<Path> folder) {
        kept = folder;
        opened.keepIn(folder);
    }

    /** Forgets where the files of programs are that have run. */
    public void forget() {
        opened.forget();
    }

    private void shownChanged(@Nullable Started now) {
        opened.shown(now);
        refresh();
    }

    /** The interpreter that was chosen; empty for the one that is found. */
    public StringProperty pythonProperty() {
        return python;
    }

    /** The question before a program is run. */
    public ModalOverlay sheet() {
        return sheet;
    }

    /** The item of a menu that asks for a program. */
    public MenuItem item() {
        MenuItem item = new MenuItem(WatchText.MENU);
        item.setId("file-watch");
        item.setOnAction(_ -> ask());
        return item;
    }

    /** Puts what a program prints below the panes of a run, while its run is shown. */
    public Node under(Node panes) {
        return place.under(panes);
    }

    /** Puts the file of a program in place of other code, while its run is shown. */
    public Region inPlaceOf(Region code) {
        return place.inPlaceOf(code);
    }

    /** Asks for a program. */
    private void ask() {
        ProgramLaunch before = latest;
        Path home = Path.of("").toAbsolutePath();
        ask(
                before == null
                        ? new ProgramRequest(
                                List.of(), home, python.get(), List.of(), List.of(), false)
                        : before.request(),
                false);
    }

    /**
     * Proposes to run a file if it is a program; nothing runs before the user confirms it.
     *
     * @return whether it is one
     */
    public boolean offer(Path file) {
        boolean isScript = PythonCommand.isScript(List.of(file.toString()));
        if (isScript) {
            ask(ProgramRequest.of(file, python.get()), false);
        }
        return isScript;
    }

    private void ask(ProgramRequest proposed, boolean changed) {
        sheet.ask(proposed, changed, request -> read(request, this::confirmed));
    }

    private interface ContentUser {
        void use(ProgramRequest request, ProgramContent content);
    }

    private void read(ProgramRequest request, ContentUser then) {
        background.execute(
                () -> {
                    try {
                        ProgramContent content = ProgramContent.read(request);
                        inbox.execute(() -> then.use(request, content));
                    } catch (IOException e) {
                        LOG.debug("a program cannot be read", e);
                        String sentence = WatchText.unreadable(e.getMessage());
                        inbox.execute(() -> window.say(sentence));
                    }
                });
    }

    private void confirmed(ProgramRequest request, ProgramContent content) {
        confirmed.add(content.digest());
        place.pane().rerun().setSelected(request.rerunOnSave());
        run(request, content);
    }

    private void run(ProgramRequest request, ProgramContent content) {
        if (!window.isIdle()) {
            window.say(WatchText.RUN_IN_PROGRESS);
            return;
        }
        window.beforeStart();
        ProgramLaunch launch = new ProgramLaunch(request, content, kept);
        latest = launch;
        before = runs.latestProperty().get();
        isRunning = true;
        place.open();
        watchSaves();
        window.say(WatchText.starting(request.name()));
        runs.start(launch::start);
        refresh();
    }

    private void again(ProgramRequest request, ProgramContent content) {
        if (confirmed.contains(content.digest())) {
            run(request, content);
        } else {
            ask(request, true);
        }
    }

    private void watchSaves() {
        ProgramLaunch now = latest;
        boolean on = place.pane().rerun().isSelected();
        saves.watch(on && now != null ? now.content().file() : null);
    }

    /** The file was saved, and the user wants it to be run again then. */
    private void saved() {
        ProgramLaunch before = latest;
        if (before == null) {
            return;
        }
        isSaved = isRunning;
        if (isRunning) {
            runs.stop(); // and then again
        } else {
            read(before.request(), this::run);
        }
    }

    private void stateChanged(State state) {
        ProgramLaunch now = latest;
        if (now == null || !isRunning) {
            return;
        }
        if (state == State.RUNNING) {
            window.say("");
        } else if (state == State.STOPPING) {
            now.stopping();
        } else if (state == State.IDLE) {
            isRunning = false;
            background.execute(now::conclude);
            if (window.keepsRuns()) {
                opened.note(now);
            }
            if (isSaved) {
                isSaved = false;
                inbox.execute(this::saved);
            }
        }
        refresh();
    }

    /** Updates what is shown of the program whose run the window shows. */
    public void refresh() {
        ProgramLaunch shown = shown();
        place.refresh(shown, window.isIdle());
        place.showSource(shown == null ? opened.source() : shown.source(), task());
    }

    /**
     * Returns the latest program if its run is shown; without a run, as long as nothing else is
     * shown than before it.
     */
    @SuppressWarnings("ReferenceEquality") // each run is another one
    private @Nullable ProgramLaunch shown() {
        Started started = runs.latestProperty().get();
        ProgramLaunch now = latest;
        if (now == null || isShown(now, started)) {
            return now;
        }
        return now.run() == null && (isRunning || started == before) ? now : null;
    }

    private static boolean isShown(ProgramLaunch launch, @Nullable Started started) {
        return started != null
                && started.run() instanceof WatchedRun run
                && run.program().equals(launch.run());
    }

    private @Nullable TaskTrack task() {
        Started started = runs.latestProperty().get();
        int task = window.selectedTask();
        return started == null || task < 0 || task >= started.run().trace().tasks().size()
                ? null
                : started.run().trace().task(task);
    }

    /** Ends the program that runs, and does not run it again. */
    @Override
    public void close() {
        saves.watch(null);
        ProgramLaunch now = latest;
        if (now != null && isRunning) {
            now.close();
        }
    }

    private final class Actions implements ProgramPane.Actions {

        @Override
        public void runAgain() {
            ProgramLaunch before = place.shown();
            if (before != null) {
                read(before.request(), WindowPrograms.this::again);
            }
        }

        @Override
        public void copy(String command) {
            window.copy("command", command);
        }

        @Override
        public void copyOutput(String text) {
            window.copy("output", text);
        }

        @Override
        public void close() {
            place.close();
        }

        @Override
        public void playHosts() {
            ProgramLaunch before = place.shown();
            if (before != null) {
                ask(before.request().withHosts(before.hostsToPlay()), false);
            }
        }

        @Override
        public void mend() {
            ProgramLaunch before = place.shown();
            Path file = before == null ? null : before.content().file();
            if (file != null) {
                background.execute(() -> mend(file));
            }
        }

        private void mend(Path file) {
            try {
                Path copy = MendedListing.writeCopy(file);
                inbox.execute(() -> mended(file, copy));
            } catch (IOException e) {
                String sentence = WatchText.notMended(String.valueOf(e.getMessage()));
                inbox.execute(() -> window.say(sentence));
            }
        }

        private void mended(Path file, @Nullable Path copy) {
            window.say(copy == null ? WatchText.nothingToMend(file) : WatchText.mended(copy));
            if (copy != null) {
                ask(ProgramRequest.of(copy, python.get()), false);
            }
        }
    }
}
