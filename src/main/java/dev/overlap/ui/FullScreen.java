package dev.overlap.ui;

import dev.overlap.text.WindowText;
import dev.overlap.ui.run.StatusLine;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/**
 * Switches a window to full screen and back. JavaFX would leave full screen on Esc and show a large
 * hint over the chart; Esc has other uses here, so only the same key leaves it, and the status line
 * says so.
 *
 * <p>Threads: JavaFX thread only.
 */
final class FullScreen {

    private FullScreen() {}

    /**
     * Switches the window of a scene to full screen, or back.
     *
     * @param status shows how to leave full screen
     */
    static void toggle(Scene scene, StatusLine status) {
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
            if (stage.isFullScreen()) {
                status.show(WindowText.FULL_SCREEN);
            } else {
                status.clearMessage();
            }
        }
    }
}
