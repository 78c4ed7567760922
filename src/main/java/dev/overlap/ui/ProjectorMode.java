package dev.overlap.ui;

import javafx.scene.Parent;

/**
 * Presentation mode: text and bars {@value #SCALE} times as large, with only the chart visible. The
 * side panes are hidden; they can be shown again, and reappear when the mode ends.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProjectorMode {

    /** The scale of the mode. */
    static final double SCALE = 1.6;

    private static final String STYLE_CLASS = "projector";

    private final Parent root;
    private final MainSplitPane mainSplitPane;
    private boolean on;

    /**
     * @param root receives a style class while the mode is on
     */
    ProjectorMode(Parent root, MainSplitPane mainSplitPane) {
        this.root = root;
        this.mainSplitPane = mainSplitPane;
    }

    /** The current scale, 1 for the normal size. */
    double scale() {
        return on ? SCALE : 1;
    }

    /** Switches the mode on or off. */
    void set(boolean wanted) {
        if (wanted == on) {
            return;
        }
        on = wanted;
        if (on) {
            root.getStyleClass().add(STYLE_CLASS);
            mainSplitPane.putAside();
        } else {
            root.getStyleClass().remove(STYLE_CLASS);
            mainSplitPane.bringBack();
        }
    }
}
