package dev.overlap.ui;

import dev.overlap.text.WindowText;
import dev.overlap.ui.run.StatusLine;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/**
 * Lets a window fill the screen, and back. The toolkit would let Esc leave it and say so in large
 * letters over the picture; here Esc has other duties, so only the key that went in leads out, and
 * the status line tells of it.
 *
 * <p>Threads: JavaFX thread only.
 */
final class FullScreen {

    private FullScreen() {}

    /**
     * Fills the screen with the window of a scene, or ends that.
     *
     * @param status tells how to leave, as long as that is the news
     */
    static void toggle(Scene scene, StatusLine status) {
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
            if (stage.isFullScreen()) {
                status.show(WindowText.FULL_SCREEN);
            } else {
                status.listen();
            }
        }
    }
}
