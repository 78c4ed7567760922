package dev.overlap.ui.lesson.form;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.text.lesson.NewLessonText;
import dev.overlap.ui.run.RunStarter;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Checks the claims of a lesson that is about to be saved, and shows in its form how far that is
 * and what was measured.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class LessonCheck {

    private static final Duration PERIOD = Duration.millis(100);

    private final RunStarter starter;
    private final Executor background;
    private final Executor inbox;
    private final BooleanSupplier idle;
    private final Timeline timer = new Timeline(new KeyFrame(PERIOD, _ -> progress()));
    private @Nullable NewLessonPane form;
    private @Nullable ClaimCheck active;
    private boolean stopped;

    /**
     * @param inbox runs on the JavaFX thread
     * @param idle whether the window measures nothing, which a check would disturb
     */
    public LessonCheck(
            RunStarter starter, Executor background, Executor inbox, BooleanSupplier idle) {
        this.starter = starter;
        this.background = background;
        this.inbox = inbox;
        this.idle = idle;
        timer.setCycleCount(Timeline.INDEFINITE);
    }

    /** Runs the models of a lesson, and shows what came of its claims. */
    public void start(Lesson lesson, NewLessonPane shown) {
        if (active != null) {
            return;
        }
        if (!idle.getAsBoolean()) {
            shown.refuse(NewLessonText.BUSY);
            return;
        }
        form = shown;
        stopped = false;
        try {
            active =
                    ClaimCheck.start(
                            lesson,
                            starter,
                            background,
                            inbox,
                            (runs, fault) -> ended(lesson, shown, runs, fault));
        } catch (IllegalArgumentException e) {
            shown.refuse(String.valueOf(e.getMessage()));
            return;
        }
        timer.play();
        progress();
    }

    private void progress() {
        if (active != null && form != null) {
            form.showCheck(active.done(), active.total());
        }
    }

    private void ended(Lesson lesson, NewLessonPane shown, MeasuredRuns runs, String fault) {
        timer.stop();
        active = null;
        if (stopped) {
            shown.showAgain();
        } else {
            shown.showChecked(lesson, runs, fault);
        }
    }

    /** Ends a check in progress; the form is shown again when its run has ended. */
    public void cancel() {
        if (active != null) {
            stopped = true;
            active.cancel();
        }
    }
}
