package dev.overlap.ui.program;

import dev.overlap.trace.TaskTrack;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
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

    private static final double CHART_SHARE = 0.77;

    private final ProgramPane pane;
    private final SourcePane source = new SourcePane();
    private final SplitPane split = new SplitPane();
    private final StackPane code = new StackPane();
    private @Nullable ProgramLaunch shown;
    private @Nullable Node otherCode;
    private double share = CHART_SHARE;
    private boolean closed;

    ProgramPlace(ProgramPane.Actions actions) {
        pane = new ProgramPane(actions);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("program-split");
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
     * @param task the selected one; null for none
     */
    void refresh(@Nullable ProgramLaunch launch, boolean idle, @Nullable TaskTrack task) {
        shown = launch;
        showPane(launch != null && !closed);
        boolean hasSource = launch != null && !launch.content().lines().isEmpty();
        NodeVisibility.set(source, hasSource);
        if (otherCode != null) {
            NodeVisibility.set(otherCode, !hasSource);
        }
        if (launch != null) {
            pane.refresh(launch, idle);
            source.show(launch, task);
        }
    }

    private void showPane(boolean visible) {
        boolean isShown = split.getItems().contains(pane);
        if (visible && !isShown) {
            split.getItems().add(pane);
            split.setDividerPositions(share);
        } else if (!visible && isShown) {
            share = split.getDividerPositions()[0];
            split.getItems().remove(pane);
        }
    }
}
