package dev.overlap.ui;

import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.RunController;

/**
 * The action of Esc: closes the topmost overlay, or else ends a comparison, a replay or a run, or
 * leads back from a run of a comparison to it. An edit has already consumed the key.
 */
record EscapeAction(
        ModalSheets sheets, ComparisonController comparison, Replay replay, RunController runs)
        implements Runnable {

    @Override
    public void run() {
        ModalOverlay open = sheets.open();
        if (open != null) {
            open.hide();
        } else if (!comparison.escape()) {
            if (replay.isOn()) {
                replay.end();
            } else if (runs.state() != RunController.State.IDLE || !comparison.back()) {
                runs.stop();
            }
        }
    }
}
