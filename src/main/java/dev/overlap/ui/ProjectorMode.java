package dev.overlap.ui;

import javafx.scene.Parent;

/**
 * The mode for the last row of a room: type and bars {@value #SCALE} times as large, and nothing
 * around the picture that is not needed. The side panes step aside; they can be called back, and
 * come back by themselves when the mode ends.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProjectorMode {

    /** How much larger everything is. */
    static final double SCALE = 1.6;

    private static final String STYLE_CLASS = "projector";

    private final Parent root;
    private final MainSplitPane mainSplitPane;
    private boolean on;

    /**
     * @param root is marked with a style class while the mode is on
     */
    ProjectorMode(Parent root, MainSplitPane mainSplitPane) {
        this.root = root;
        this.mainSplitPane = mainSplitPane;
    }

    /** How many times as large as usual everything is now. */
    double scale() {
        return on ? SCALE : 1;
    }

    /** Begins the mode, or ends it. */
    void toggle() {
        if (on) {
            root.getStyleClass().remove(STYLE_CLASS);
            mainSplitPane.bringBack();
        } else {
            root.getStyleClass().add(STYLE_CLASS);
            mainSplitPane.putAside();
        }
        on = !on;
    }
}
