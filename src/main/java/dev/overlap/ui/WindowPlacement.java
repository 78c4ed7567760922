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
 * Where the window stands: puts it where it stood the last time, and remembers where it goes.
 *
 * <p>A window that is being maximised reports its new size before it reports that it is maximised.
 * So its place is looked at only when it has come to rest.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WindowPlacement {

    private static final Duration REST = Duration.millis(250);
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;

    /** As much of a title bar as one needs to take hold of a window. */
    private static final double HOLD_WIDTH = 120;

    private static final double HOLD_HEIGHT = 24;

    private final Stage stage;
    private final WindowStateHolder windowState;
    private final PauseTransition rest = new PauseTransition(REST);

    private WindowPlacement(Stage stage, WindowStateHolder windowState) {
        this.stage = stage;
        this.windowState = windowState;
        rest.setOnFinished(_ -> remember());
    }

    /** Places a window that is not shown yet. */
    static void install(Stage stage, WindowStateHolder windowState) {
        WindowPlacement windowPlacement = new WindowPlacement(stage, windowState);
        windowPlacement.restore();
        windowPlacement.watch();
    }

    private void restore() {
        WindowPreferences preferences = windowState.state().preferences();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, room.getHeight()));
        WindowBounds bounds = preferences.bounds();
        if (bounds != null && canBeHeld(bounds)) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        resize(bounds, room);
        stage.setMaximized(preferences.maximised());
    }

    private void resize(@Nullable WindowBounds bounds, Rectangle2D room) {
        double width = bounds == null ? WindowLayout.WIDTH_PX : bounds.width();
        double height = bounds == null ? WindowLayout.HEIGHT_PX : bounds.height();
        stage.setWidth(Math.min(width, room.getWidth()));
        stage.setHeight(Math.min(height, room.getHeight()));
    }

    /** Whether the title bar is in sight: the screen that it stood on may be unplugged by now. */
    private static boolean canBeHeld(WindowBounds bounds) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> holds(screen, bounds));
    }

    private static boolean holds(Rectangle2D screen, WindowBounds bounds) {
        double left = Math.max(screen.getMinX(), bounds.x());
        double right = Math.min(screen.getMaxX(), bounds.x() + bounds.width());
        return right - left >= Math.min(HOLD_WIDTH, bounds.width())
                && bounds.y() >= screen.getMinY()
                && bounds.y() + HOLD_HEIGHT <= screen.getMaxY();
    }

    private void watch() {
        stage.xProperty().subscribe(rest::playFromStart);
        stage.yProperty().subscribe(rest::playFromStart);
        stage.widthProperty().subscribe(rest::playFromStart);
        stage.heightProperty().subscribe(rest::playFromStart);
        stage.maximizedProperty().subscribe(rest::playFromStart);
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
