package dev.overlap.ui;

import dev.overlap.engine.task.Closer;
import dev.overlap.persistence.DebouncedStateSaver;
import dev.overlap.persistence.RestoredState;
import dev.overlap.persistence.StateLoader;
import dev.overlap.persistence.UserDirectories;
import dev.overlap.text.WindowText;
import dev.overlap.ui.controls.FxExecutor;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.SaveDialog;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The desktop program: owns what works behind the window and ends it with the window.
 *
 * <p>Threads: JavaFX calls {@link #init} on its launcher thread, which may wait for the disk, and
 * the rest on its own, where nothing waits but {@link #stop}, for the last save. Lab and engine
 * start in the background while the window is already there.
 */
public final class OverlapApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(OverlapApp.class);

    private final UserDirectories userDirectories;
    private final ExecutorService background;
    private @Nullable RestoredState restored;
    private @Nullable DebouncedStateSaver saver;
    private @Nullable EngineHost engineHost;
    private @Nullable MainWindow window;

    /** The program of the user who starts it. */
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
        RestoredState begin = Objects.requireNonNull(restored, "init comes before");
        FxExecutor inbox = new FxExecutor();
        DebouncedStateSaver keeping =
                new DebouncedStateSaver(
                        begin, sentence -> inbox.execute(() -> showStatus(sentence)));
        saver = keeping;
        WindowStateHolder windowState = new WindowStateHolder(begin.state(), keeping::keep);
        show(stage, windowState);
        begin.sentences().forEach(this::showStatus);
        sayWhatWaits(begin.otherLists());
    }

    private void show(Stage stage, WindowStateHolder windowState) {
        EngineHost behind = new EngineHost(background);
        engineHost = behind;
        MainWindow made =
                new MainWindow(
                        new MainWindow.Services(
                                behind,
                                background,
                                SaveDialog::system,
                                OpenDialog::sites,
                                OpenDialog::lessons),
                        windowState);
        window = made;
        made.watch(behind.lab());
        stage.setTitle("Overlap");
        stage.setScene(made.scene());
        WindowPlacement.install(stage, windowState);
        stage.show();
    }

    private void showStatus(String sentence) {
        if (window != null) {
            window.showStatus(sentence);
        }
    }

    /** Two windows that were open at once have two lists, and this one shows the newer. */
    private void sayWhatWaits(int otherLists) {
        if (otherLists > 0) {
            String lists = otherLists == 1 ? "Another list is" : otherLists + " other lists are";
            showStatus(WindowText.LISTS_KEPT.formatted(lists));
        }
    }

    /**
     * The window is closed: cancels a run that goes on, saves what is not saved yet, and ends lab
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
