package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.export.RunReport.Look;
import dev.overlap.ui.comparison.ComparisonView;
import dev.overlap.ui.controls.WindowTheme;
import dev.overlap.ui.run.PhaseStylesheet;

import javafx.scene.Parent;

/**
 * How the window looks: light or dark, and as large as usual or for the last row of a room. The
 * theme is remembered, the size is not: the next window may stand on a desk.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ThemeController {

    private static final int PICTURE_SCALE = 2;

    /**
     * What is dressed.
     *
     * @param root of the window
     */
    record Dressed(Parent root, MainToolBar top, Timeline timeline, ComparisonView comparison) {}

    private final Dressed dressed;
    private final ProjectorMode projectorMode;
    private final WindowStateHolder windowState;
    private WindowTheme theme;

    /** Dresses the window as the last one was. */
    ThemeController(Dressed dressed, MainSplitPane mainSplitPane, WindowStateHolder windowState) {
        this.dressed = dressed;
        this.windowState = windowState;
        projectorMode = new ProjectorMode(dressed.root, mainSplitPane);
        theme = WindowTheme.of(windowState.state().preferences().theme());
        dress();
    }

    /** Light becomes dark, or dark light. */
    void switchTheme() {
        theme = theme.other();
        dress();
        windowState.changeLooks(preferences -> preferences.withTheme(theme.word()));
    }

    private void dress() {
        theme.apply();
        dressed.timeline.darkProperty().set(isDark());
        dressed.comparison.setDark(isDark());
        dressed.root.setStyle(PhaseStylesheet.style(theme));
        dressed.top.show(theme);
    }

    private boolean isDark() {
        return theme == WindowTheme.DARK;
    }

    /** Begins projector mode, or ends it. */
    void switchProjector() {
        projectorMode.toggle();
        dressed.timeline.scaleProperty().set(projectorMode.scale());
        dressed.comparison.setScale(projectorMode.scale());
    }

    /** Pictures are painted in the theme of the window unless the menu says otherwise. */
    Look ofPictures() {
        return new Look(PICTURE_SCALE, isDark(), dressed.timeline.foldingProperty().get());
    }
}
