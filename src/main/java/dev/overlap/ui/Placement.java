package dev.overlap.ui;

import dev.overlap.state.Bounds;
import dev.overlap.state.Looks;

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
final class Placement {

    private static final Duration REST = Duration.millis(250);
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;

    /** As much of a title bar as one needs to take hold of a window. */
    private static final double HOLD_WIDTH = 120;

    private static final double HOLD_HEIGHT = 24;

    private final Stage stage;
    private final Memory memory;
    private final PauseTransition rest = new PauseTransition(REST);

    private Placement(Stage stage, Memory memory) {
        this.stage = stage;
        this.memory = memory;
        rest.setOnFinished(_ -> remember());
    }

    /** Places a window that is not shown yet. */
    static void install(Stage stage, Memory memory) {
        Placement placement = new Placement(stage, memory);
        placement.restore();
        placement.watch();
    }

    private void restore() {
        Looks looks = memory.state().looks();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        Bounds bounds = looks.bounds();
        if (bounds != null && canBeHeld(bounds)) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        resize(bounds, room);
        stage.setMaximized(looks.maximised());
    }

    private void resize(@Nullable Bounds bounds, Rectangle2D room) {
        double width = bounds == null ? MainWindow.WIDTH_PX : bounds.width();
        double height = bounds == null ? MainWindow.HEIGHT_PX : bounds.height();
        stage.setWidth(Math.min(width, room.getWidth()));
        stage.setHeight(Math.min(height, room.getHeight()));
    }

    /** Whether the title bar is in sight: the screen that it stood on may be unplugged by now. */
    private static boolean canBeHeld(Bounds bounds) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> holds(screen, bounds));
    }

    private static boolean holds(Rectangle2D screen, Bounds bounds) {
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
        memory.changeLooks(looks -> looks.withMaximised(maximised));
        if (!maximised && !stage.isIconified() && !stage.isFullScreen()) {
            memory.changeLooks(
                    looks ->
                            looks.placed(
                                    stage.getX(),
                                    stage.getY(),
                                    stage.getWidth(),
                                    stage.getHeight()));
        }
    }
}
