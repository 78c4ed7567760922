package dev.overlap.ui;

import dev.overlap.engine.Closer;
import dev.overlap.state.Folders;
import dev.overlap.state.Keeper;
import dev.overlap.state.Opened;
import dev.overlap.state.Store;

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

    private final Folders folders;
    private final ExecutorService background;
    private @Nullable Opened opened;
    private @Nullable Keeper keeper;
    private @Nullable Backstage backstage;
    private @Nullable MainWindow window;

    /** The program of the user who starts it. */
    public OverlapApp() {
        this(Folders.here());
    }

    OverlapApp(Folders folders) {
        this(
                folders,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("overlap-background-", 0).factory()));
    }

    OverlapApp(Folders folders, ExecutorService background) {
        this.folders = folders;
        this.background = background;
    }

    @Override
    public void init() {
        opened = Store.open(folders);
    }

    @Override
    public void start(Stage stage) {
        Opened begin = Objects.requireNonNull(opened, "init comes before");
        FxInbox inbox = new FxInbox();
        Keeper keeping = new Keeper(begin, sentence -> inbox.execute(() -> say(sentence)));
        keeper = keeping;
        Memory memory = new Memory(begin.state(), keeping::keep);
        show(stage, memory);
        begin.sentences().forEach(this::say);
        sayWhatWaits(begin.otherLists());
    }

    private void show(Stage stage, Memory memory) {
        Backstage behind = new Backstage(background);
        backstage = behind;
        MainWindow made =
                new MainWindow(
                        new MainWindow.Services(
                                behind,
                                background,
                                SaveDialog::system,
                                OpenDialog::sites,
                                OpenDialog::lessons),
                        memory);
        window = made;
        made.watch(behind.lab());
        stage.setTitle("Overlap");
        stage.setScene(made.scene());
        Placement.install(stage, memory);
        stage.show();
    }

    private void say(String sentence) {
        if (window != null) {
            window.say(sentence);
        }
    }

    /** Two windows that were open at once have two lists, and this one shows the newer. */
    private void sayWhatWaits(int otherLists) {
        if (otherLists > 0) {
            String lists = otherLists == 1 ? "Another list is" : otherLists + " other lists are";
            say(lists + " kept from a second window. Open Overlap once more to see it.");
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
        if (backstage != null) {
            closer.run(backstage::close);
        }
        closer.run(background::shutdown);
        if (keeper != null) {
            closer.run(keeper::close);
        }
        if (opened != null) {
            closer.run(opened.store()::close);
        }
        closer.log(LOG, "the window did not close as it should");
    }
}
