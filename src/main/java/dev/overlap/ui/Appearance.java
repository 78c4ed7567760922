package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.export.Report.Look;

import javafx.scene.Parent;

/**
 * How the window looks: light or dark, and as large as usual or for the last row of a room. The
 * theme is remembered, the size is not: the next window may stand on a desk.
 *
 * <p>Threads: JavaFX thread only.
 */
final class Appearance {

    private static final int PICTURE_SCALE = 2;

    /**
     * What is dressed.
     *
     * @param root of the window
     */
    record Dressed(Parent root, TopBar top, Timeline timeline, CompareView comparison) {}

    private final Dressed dressed;
    private final Projector projector;
    private final Memory memory;
    private WindowTheme theme;

    /** Dresses the window as the last one was. */
    Appearance(Dressed dressed, Panes panes, Memory memory) {
        this.dressed = dressed;
        this.memory = memory;
        projector = new Projector(dressed.root, panes);
        theme = WindowTheme.of(memory.state().looks().theme());
        dress();
    }

    /** Light becomes dark, or dark light. */
    void switchTheme() {
        theme = theme.other();
        dress();
        memory.changeLooks(looks -> looks.withTheme(theme.word()));
    }

    private void dress() {
        theme.apply();
        dressed.timeline.darkProperty().set(isDark());
        dressed.comparison.setDark(isDark());
        dressed.root.setStyle(PhaseColours.style(theme));
        dressed.top.show(theme);
    }

    private boolean isDark() {
        return theme == WindowTheme.DARK;
    }

    /** Begins projector mode, or ends it. */
    void switchProjector() {
        projector.toggle();
        dressed.timeline.scaleProperty().set(projector.scale());
        dressed.comparison.setScale(projector.scale());
    }

    /** Pictures are painted in the theme of the window unless the menu says otherwise. */
    Look ofPictures() {
        return new Look(PICTURE_SCALE, isDark(), dressed.timeline.foldingProperty().get());
    }
}
