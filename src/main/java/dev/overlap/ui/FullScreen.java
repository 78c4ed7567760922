package dev.overlap.ui;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import java.util.function.Consumer;

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
     * @param say gets a sentence on how to leave
     */
    static void toggle(Scene scene, Consumer<String> say) {
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
            if (stage.isFullScreen()) {
                say.accept("Full screen. F11 leaves it.");
            }
        }
    }
}
