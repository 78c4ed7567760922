package dev.overlap.ui;

import dev.overlap.persistence.WindowBounds;
import dev.overlap.persistence.WindowPreferences;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Restores the position and size of the window and saves changes.
 *
 * <p>A window that is being maximised reports its new size before it reports that it is maximised,
 * so the bounds are read only when it has come to rest.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WindowPlacement {

    private static final Duration SETTLE_TIME = Duration.millis(250);
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;

    /** The part of the title bar that must be on a screen so that the window can be dragged. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 24;

    private final Stage stage;
    private final WindowStateHolder windowState;
    private final PauseTransition settle = new PauseTransition(SETTLE_TIME);

    private WindowPlacement(Stage stage, WindowStateHolder windowState) {
        this.stage = stage;
        this.windowState = windowState;
        settle.setOnFinished(_ -> remember());
    }

    /** Places a window that is not visible yet. */
    static void install(Stage stage, WindowStateHolder windowState) {
        WindowPlacement windowPlacement = new WindowPlacement(stage, windowState);
        windowPlacement.restore();
        windowPlacement.watch();
    }

    private void restore() {
        WindowPreferences preferences = windowState.state().preferences();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        WindowBounds bounds = preferences.bounds();
        if (bounds != null && isReachable(bounds)) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        resize(bounds, screen);
        stage.setMaximized(preferences.maximised());
    }

    private void resize(@Nullable WindowBounds bounds, Rectangle2D screen) {
        double width = bounds == null ? WindowLayout.WIDTH_PX : bounds.width();
        double height = bounds == null ? WindowLayout.HEIGHT_PX : bounds.height();
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
    }

    /** Whether the title bar is on a screen: the one it was on may be unplugged by now. */
    private static boolean isReachable(WindowBounds bounds) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> holds(screen, bounds));
    }

    private static boolean holds(Rectangle2D screen, WindowBounds bounds) {
        double left = Math.max(screen.getMinX(), bounds.x());
        double right = Math.min(screen.getMaxX(), bounds.x() + bounds.width());
        return right - left >= Math.min(GRIP_WIDTH, bounds.width())
                && bounds.y() >= screen.getMinY()
                && bounds.y() + GRIP_HEIGHT <= screen.getMaxY();
    }

    private void watch() {
        stage.xProperty().subscribe(settle::playFromStart);
        stage.yProperty().subscribe(settle::playFromStart);
        stage.widthProperty().subscribe(settle::playFromStart);
        stage.heightProperty().subscribe(settle::playFromStart);
        stage.maximizedProperty().subscribe(settle::playFromStart);
        stage.setOnHiding(_ -> remember());
    }

    private void remember() {
        boolean maximised = stage.isMaximized();
        windowState.changeLooks(preferences -> preferences.withMaximised(maximised));
        if (!maximised && !stage.isIconified() && !stage.isFullScreen()) {
            windowState.changeLooks(
                    preferences ->
                            preferences.placed(
                                    stage.getX(),
                                    stage.getY(),
                                    stage.getWidth(),
                                    stage.getHeight()));
        }
    }
}
