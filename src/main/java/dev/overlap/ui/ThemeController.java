package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.RunReport.Look;
import dev.overlap.ui.comparison.ComparisonView;
import dev.overlap.ui.controls.ThemeChoice;
import dev.overlap.ui.controls.WindowTheme;
import dev.overlap.ui.run.PhaseStylesheet;

import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import java.util.function.Consumer;

/**
 * Controls the appearance of the window: light or dark theme, normal or projector size.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ThemeController {

    private static final int PICTURE_SCALE = 2;

    /**
     * The nodes that follow theme and scale.
     *
     * @param root of the window
     */
    record Targets(Parent root, MainToolBar top, Timeline timeline, ComparisonView comparison) {}

    private final Targets targets;
    private final ProjectorMode projectorMode;
    private final WindowStateHolder windowState;
    private final BooleanProperty projector = new SimpleBooleanProperty(this, "projector");
    private final ThemeChoice choice;
    private Consumer<Boolean> onDark = _ -> {};

    /**
     * Applies the saved theme.
     *
     * @param system what the system is set to
     */
    ThemeController(
            Targets targets,
            MainSplitPane mainSplitPane,
            WindowStateHolder windowState,
            ObservableValue<ColorScheme> system) {
        this.targets = targets;
        this.windowState = windowState;
        projectorMode = new ProjectorMode(targets.root, mainSplitPane);
        choice = new ThemeChoice(windowState.state().preferences().theme(), system);
        choice.themeProperty().subscribe(this::apply);
        projector.subscribe((_, on) -> applyProjector(on));
    }

    /** Whether the window has projector size. */
    BooleanProperty projectorProperty() {
        return projector;
    }

    /** Switches between light and dark. */
    void switchTheme() {
        choice.switchTheme();
        String word = choice.themeProperty().get().word();
        windowState.changeLooks(preferences -> preferences.withTheme(word));
    }

    private void apply(WindowTheme theme) {
        theme.apply();
        targets.timeline.darkProperty().set(isDark());
        targets.comparison.setDark(isDark());
        targets.root.setStyle(PhaseStylesheet.style(theme));
        targets.top.show(theme);
        onDark.accept(isDark());
    }

    /** Sets what else follows the theme; it receives whether it is dark. */
    void onDark(Consumer<Boolean> action) {
        onDark = action;
        action.accept(isDark());
    }

    private boolean isDark() {
        return choice.themeProperty().get() == WindowTheme.DARK;
    }

    /** Switches projector mode on or off. */
    void switchProjector() {
        projector.set(!projector.get());
    }

    private void applyProjector(boolean on) {
        projectorMode.set(on);
        targets.timeline.scaleProperty().set(projectorMode.scale());
        targets.comparison.setScale(projectorMode.scale());
    }

    /** The size and colours of exported images: as the window unless the menu says otherwise. */
    Look exportLook() {
        return new Look(PICTURE_SCALE, isDark(), RowGrouping.TASKS);
    }
}
