package dev.overlap.ui.presenter;

import dev.overlap.lesson.Lesson;
import dev.overlap.text.course.PresenterText;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The stop watch of the open lesson: it starts when a lesson is opened.
 *
 * <p>Threads: JavaFX thread only.
 */
final class StopWatchBar extends HBox {

    /** Often enough for seconds to be shown evenly. */
    private static final Duration REFRESH = Duration.millis(200);

    private final StopWatch watch = new StopWatch(System::nanoTime);
    private final Label time = new Label();
    private final Label planned = new Label();
    private final Button toggle = new Button();
    private final Timeline refresh = new Timeline(new KeyFrame(REFRESH, _ -> showTime()));

    StopWatchBar() {
        getStyleClass().add("stop-watch");
        setAlignment(Pos.CENTER_LEFT);
        refresh.setCycleCount(Animation.INDEFINITE);
        time.setId("presenter-time");
        time.getStyleClass().add("stop-watch-time");
        time.setMinWidth(USE_PREF_SIZE);
        planned.setId("presenter-planned");
        planned.getStyleClass().add("quiet");
        toggle.setId("presenter-start");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setOnAction(_ -> toggle());
        Button reset = new Button(PresenterText.RESET);
        reset.setId("presenter-reset");
        reset.setAccessibleText(PresenterText.RESET_HELP);
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(_ -> reset());
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(time, planned, space, toggle, reset);
        show();
    }

    /** Counts the time of a lesson that was just opened; stops if null. */
    void begin(@Nullable Lesson lesson) {
        planned.setText(lesson == null ? "" : PresenterText.planned(lesson.minutes()));
        watch.stop();
        watch.reset();
        if (lesson != null) {
            watch.start();
        }
        show();
    }

    private void toggle() {
        if (watch.isRunning()) {
            watch.stop();
        } else {
            watch.start();
        }
        show();
    }

    private void reset() {
        watch.reset();
        show();
    }

    private void show() {
        boolean running = watch.isRunning();
        toggle.setText(running ? PresenterText.STOP : PresenterText.START);
        toggle.setAccessibleText(running ? PresenterText.STOP_HELP : PresenterText.START_HELP);
        showTime();
    }

    private void showTime() {
        time.setText(PresenterText.watch(watch.elapsed()));
        time.setAccessibleText(PresenterText.WATCH_NAME + ": " + time.getText());
    }

    /** Keeps the time up to date while the window is on the screen. */
    void setVisibleOnScreen(boolean visible) {
        if (visible) {
            showTime();
            refresh.play();
        } else {
            refresh.stop();
        }
    }
}
