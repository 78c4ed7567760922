package dev.overlap.ui;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The desktop program: owns what works behind the window and ends it with the window.
 *
 * <p>Threads: JavaFX calls it on its own thread, where it never waits. Lab and engine start in the
 * background while the window is already there.
 */
public final class OverlapApp extends Application {

    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("overlap-background-", 0).factory());
    private @Nullable Backstage backstage;
    private @Nullable MainWindow window;

    @Override
    public void start(Stage stage) {
        Backstage behind = new Backstage(background);
        backstage = behind;
        MainWindow made =
                new MainWindow(
                        new MainWindow.Services(
                                behind, background, SaveDialog::system, OpenDialog::system));
        window = made;
        made.watch(behind.lab());
        stage.setTitle("Overlap");
        stage.setScene(made.scene());
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(MainWindow.WIDTH_PX, room.getWidth()));
        stage.setHeight(Math.min(MainWindow.HEIGHT_PX, room.getHeight()));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.show();
    }

    /** The window is closed: cancels a run that goes on, and ends lab and engine. */
    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        if (backstage != null) {
            backstage.close();
        }
        background.shutdown();
    }
}
