package dev.overlap.ui.controls;

import javafx.scene.Scene;

import java.util.concurrent.Executor;

/** Lets what the first frame of a window does not need wait until that is on its way. */
public final class FirstFrame {

    private FirstFrame() {}

    /**
     * Runs an action once the scene has been laid out and handed to be drawn for the first time;
     * JavaFX thread.
     *
     * @param inbox runs on the JavaFX thread
     */
    public static void then(Scene scene, Executor inbox, Runnable action) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        inbox.execute(action);
                    }
                });
    }
}
