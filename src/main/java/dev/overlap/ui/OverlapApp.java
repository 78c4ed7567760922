package dev.overlap.ui;

import dev.overlap.engine.task.Closer;
import dev.overlap.persistence.CourseFile;
import dev.overlap.persistence.DebouncedStateSaver;
import dev.overlap.persistence.RestoredState;
import dev.overlap.persistence.StateLoader;
import dev.overlap.persistence.UserDirectories;
import dev.overlap.text.WindowText;
import dev.overlap.ui.controls.FirstFrame;
import dev.overlap.ui.controls.FxExecutor;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.SaveDialog;
import dev.overlap.ui.history.SessionFiles;

import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The desktop application: owns the window, the engine host and the saved state.
 *
 * <p>Threads: JavaFX calls {@link #init} on its launcher thread, which may read files, and the rest
 * on the JavaFX thread, which never blocks except in {@link #stop}, for the last save. Lab and
 * engine start in the background while the window is already visible.
 */
public final class OverlapApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(OverlapApp.class);

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128);

    private final UserDirectories userDirectories;
    private final ExecutorService background;
    private @Nullable RestoredState restored;
    private @Nullable DebouncedStateSaver saver;
    private @Nullable EngineHost engineHost;
    private @Nullable MainWindow window;

    /** Creates the application with the current user's directories; called by JavaFX. */
    public OverlapApp() {
        this(UserDirectories.here());
    }

    OverlapApp(UserDirectories userDirectories) {
        this(
                userDirectories,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("overlap-background-", 0).factory()));
    }

    OverlapApp(UserDirectories userDirectories, ExecutorService background) {
        this.userDirectories = userDirectories;
        this.background = background;
    }

    @Override
    public void init() {
        restored = StateLoader.open(userDirectories);
    }

    @Override
    public void start(Stage stage) {
        RestoredState initial = Objects.requireNonNull(restored, "init comes before");
        FxExecutor inbox = new FxExecutor();
        DebouncedStateSaver stateSaver =
                new DebouncedStateSaver(
                        initial, sentence -> inbox.execute(() -> showStatus(sentence)));
        saver = stateSaver;
        WindowStateHolder windowState = new WindowStateHolder(initial.state(), stateSaver::keep);
        show(stage, windowState, inbox);
        initial.sentences().forEach(this::showStatus);
        showOtherLists(initial.otherLists());
    }

    private void show(Stage stage, WindowStateHolder windowState, FxExecutor inbox) {
        EngineHost host = new EngineHost(background, userDirectories.state());
        engineHost = host;
        MainWindow created =
                new MainWindow(
                        new MainWindow.Services(
                                host,
                                background,
                                SaveDialog::system,
                                OpenDialog::sites,
                                OpenDialog::lessons,
                                OpenDialog::sessions,
                                SessionFiles::read,
                                userDirectories.state().map(SessionFiles::history).orElse(null),
                                CourseFile.of(userDirectories).orElse(null)),
                        windowState);
        window = created;
        created.watch(host.lab());
        created.keepProgramsIn(userDirectories.state());
        created.offer(host.pythonModels());
        created.onBrowse(getHostServices()::showDocument);
        stage.setTitle("Overlap");
        stage.setScene(created.scene());
        WindowPlacement.install(stage, windowState);
        FirstFrame.then(created.scene(), inbox, host::begin); // it would take the processor from it
        stage.show();
        stage.getIcons().setAll(icons());
        created.restoreHistory();
        openFiles(created);
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map("/dev/overlap/assets/icon/overlap-%d.png"::formatted)
                .map(OverlapApp.class::getResource)
                .map(icon -> new Image(Objects.requireNonNull(icon).toExternalForm()))
                .toList();
    }

    /** Opens the file that the program was started with, such as by a double click. */
    private void openFiles(MainWindow created) {
        Parameters parameters = getParameters();
        if (parameters != null) { // there are none if it was not launched, as in tests
            parameters.getUnnamed().stream().findFirst().map(Path::of).ifPresent(created::open);
        }
    }

    private void showStatus(String sentence) {
        if (window != null) {
            window.showStatus(sentence);
        }
    }

    /** Two windows open at once each saved a list; this one shows the newer. */
    private void showOtherLists(int otherLists) {
        if (otherLists > 0) {
            String lists = otherLists == 1 ? "Another list is" : otherLists + " other lists are";
            showStatus(WindowText.LISTS_KEPT.formatted(lists));
        }
    }

    /**
     * Called when the window is closed: cancels active runs, saves pending changes, and closes lab
     * and engine.
     */
    @Override
    public void stop() {
        Closer closer = new Closer();
        if (window != null) {
            closer.run(window::close);
        }
        if (engineHost != null) {
            closer.run(engineHost::close);
        }
        closer.run(background::shutdown);
        if (saver != null) {
            closer.run(saver::close);
        }
        if (restored != null) {
            closer.run(restored.store()::close);
        }
        closer.log(LOG, "the window did not close as it should");
    }
}
