package dev.overlap.bench;

import dev.overlap.persistence.WindowState;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.runtime.LabAndEngine;
import dev.overlap.ui.MainWindow;
import dev.overlap.ui.WindowStateHolder;
import dev.overlap.ui.run.RunStarter;

import javafx.scene.Node;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The real window at 1280 x 800, with a lab and an engine of its own; nothing is saved. */
final class BenchWindow implements AutoCloseable {

    private static final Path NOWHERE = Path.of("never-asked");

    private final LabAndEngine engine;
    private final ExecutorService background;
    private final Stage stage;
    private final MainWindow window;

    private BenchWindow(
            LabAndEngine engine,
            RunStarter starter,
            ExecutorService background,
            WindowState state) {
        this.engine = engine;
        this.background = background;
        window =
                new MainWindow(
                        new MainWindow.Services(
                                starter, background, (_, _) -> NOWHERE, _ -> NOWHERE, _ -> NOWHERE),
                        new WindowStateHolder(state, _ -> {}));
        stage = new Stage();
        stage.setScene(window.scene());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /**
     * Opens it.
     *
     * @param workers for an event loop, how many tasks run at once
     */
    static BenchWindow open(SiteList sites, String model, int workers) throws Exception {
        LabAndEngine engine = LabAndEngine.open(() -> 0);
        ExecutorService background = Executors.newCachedThreadPool();
        WindowState state =
                WindowState.DEFAULT
                        .withSites(sites)
                        .withModel(model)
                        .withSettings(settings(workers));
        return FxThread.call(() -> new BenchWindow(engine, engine::start, background, state));
    }

    /** Opens it with runs that are not executed, but taken from elsewhere. */
    static BenchWindow open(SiteList sites, RunStarter starter) throws Exception {
        LabAndEngine engine = LabAndEngine.open(() -> 0);
        ExecutorService background = Executors.newCachedThreadPool();
        WindowState state = WindowState.DEFAULT.withSites(sites).withModel("event-loop");
        return FxThread.call(() -> new BenchWindow(engine, starter, background, state));
    }

    private static Settings settings(int workers) {
        return Settings.DEFAULT.withTimeout(Duration.ofMinutes(2)).withWorkers(workers);
    }

    /** Finds a control by its id; JavaFX thread. */
    Node find(String selector) {
        return window.scene().lookup(selector);
    }

    @Override
    public void close() {
        FxThread.runUninterruptibly(
                () -> {
                    window.close();
                    stage.close();
                });
        background.shutdown();
        engine.close();
    }
}
