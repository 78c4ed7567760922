package dev.overlap.ui.program;

import dev.overlap.trace.TaskTrack;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * Where a program is shown in the window: what it prints below the chart, and its file in place of
 * other code. Both are there only while its run is shown.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProgramPlace {

    /** The most that the pane takes by itself. */
    private static final double MAX_SHARE = 0.25;

    private final ProgramPane pane;
    private final SourcePane source = new SourcePane();
    private final SplitPane split = new SplitPane();
    private final StackPane code = new StackPane();
    private @Nullable ProgramLaunch shown;
    private @Nullable Node otherCode;
    private double chosenHeight; // 0 as long as the user has not moved the divider
    private double settledHeight;
    private boolean closed;

    ProgramPlace(ProgramPane.Actions actions) {
        pane = new ProgramPane(actions);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("program-split");
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        pane.fold().setOnAction(_ -> fold(!pane.isFolded()));
    }

    /** The height that the user gives it stays. */
    private void released(MouseEvent event) {
        if (event.getTarget() instanceof Node node && isDivider(node) && !pane.isFolded()) {
            chosenHeight = pane.getHeight();
        }
    }

    /** Whether it is the divider above the pane, or the mark in its middle. */
    private boolean isDivider(Node node) {
        return split.getChildrenUnmodifiable().stream()
                .filter(it -> it.getStyleClass().contains("split-pane-divider"))
                .anyMatch(it -> it.equals(node) || it.equals(node.getParent()));
    }

    private void fold(boolean folds) {
        pane.setFolded(folds);
        settledHeight = 0;
        settle();
    }

    /** Leaves as much of the height to the chart as can be, unless the user wants it otherwise. */
    private void settle() {
        double all = split.getHeight();
        if (pane.isFolded() || all <= 0 || !split.getItems().contains(pane)) {
            return;
        }
        double quiet = Math.min(pane.quietHeight(), all * MAX_SHARE);
        double wanted = pane.isUrgent() ? all * MAX_SHARE : quiet;
        double height = chosenHeight > 0 ? chosenHeight : wanted;
        if (height != settledHeight) {
            settledHeight = height;
            split.setDividerPositions(1 - height / all);
        }
    }

    ProgramPane pane() {
        return pane;
    }

    /** Returns the program that is shown; null for none. */
    @Nullable ProgramLaunch shown() {
        return shown;
    }

    Node under(Node panes) {
        split.getItems().setAll(panes);
        SplitPane.setResizableWithParent(pane, false);
        return split;
    }

    Region inPlaceOf(Region other) {
        otherCode = other;
        code.getChildren().setAll(other, source);
        NodeVisibility.set(source, false);
        return code;
    }

    /** Opens what was closed. */
    void open() {
        closed = false;
    }

    /** Hides what the shown program prints, until another is started. */
    void close() {
        closed = true;
        showPane(false);
    }

    /**
     * Shows a program, or none.
     *
     * @param idle whether a program could be run now
     */
    void refresh(@Nullable ProgramLaunch launch, boolean idle) {
        shown = launch;
        showPane(launch != null && !closed);
        if (launch != null) {
            pane.refresh(launch, idle);
            settle();
        }
    }

    /**
     * Shows the source of a run in place of other code, or that.
     *
     * @param run null for other code
     * @param task the selected one; null for none
     */
    void showSource(@Nullable ShownSource run, @Nullable TaskTrack task) {
        NodeVisibility.set(source, run != null);
        if (otherCode != null) {
            NodeVisibility.set(otherCode, run == null);
        }
        if (run != null) {
            source.show(run, task);
        }
    }

    private void showPane(boolean visible) {
        boolean isShown = split.getItems().contains(pane);
        if (visible && !isShown) {
            split.getItems().add(pane);
            pane.applyCss();
            settledHeight = 0;
            settle();
        } else if (!visible && isShown) {
            split.getItems().remove(pane);
        }
    }
}
