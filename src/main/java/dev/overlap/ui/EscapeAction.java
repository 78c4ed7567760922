package dev.overlap.ui;

import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.TextInputFocus;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.State;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The action of Esc: the first of these that applies, from what covers most to what lies below.
 * Closes the topmost overlay, leaves a text field, leaves a comparison, clears the range, ends a
 * replay, stops a run, or leads back to the comparison that the shown run is a part of. What a
 * field or a pop-up does with the key itself comes before.
 */
record EscapeAction(
        ModalSheets sheets,
        ComparisonController comparison,
        ChartArea chart,
        Replay replay,
        RunController runs)
        implements Runnable {

    @Override
    public void run() {
        List<BooleanSupplier> inOrder =
                List.of(
                        this::closeSheet,
                        this::leaveField,
                        this::leaveComparison,
                        this::clearRange,
                        this::endReplay,
                        this::stop,
                        this::backToComparison);
        for (BooleanSupplier action : inOrder) {
            if (action.getAsBoolean()) {
                return;
            }
        }
    }

    private boolean closeSheet() {
        ModalOverlay open = sheets.open();
        if (open != null) {
            open.hide();
        }
        return open != null;
    }

    private boolean leaveField() {
        boolean typing = !comparison.view().isOpen() && TextInputFocus.isIn(chart.getScene());
        if (typing) {
            chart.focusTimeline();
        }
        return typing;
    }

    private boolean leaveComparison() {
        return comparison.view().isOpen() && comparison.escape();
    }

    private boolean clearRange() {
        boolean set = replay.rangeProperty().get() != null;
        replay.clearRange();
        return set;
    }

    private boolean endReplay() {
        boolean on = replay.isOn();
        if (on) {
            replay.end();
        }
        return on;
    }

    private boolean stop() {
        boolean active = runs.state() != State.IDLE;
        runs.stop();
        return active || comparison.escape();
    }

    private boolean backToComparison() {
        return comparison.backByEscape();
    }
}
