package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.text.DurationFormat;
import dev.overlap.ui.guess.GuessField;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/**
 * The presenter's window, by fired events: on the headless platform two windows both claim the
 * focus. There is one screen, so the notes are hidden at first.
 */
class PresenterWindowTest extends WindowTest {

    private static final Lesson FIRST = LessonCatalog.all().getFirst();

    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        open(stage);
    }

    private void fire(String button) {
        robot.interact(() -> screen.find(button, ButtonBase.class).fire());
    }

    /** Sends a key to the presenter's window. */
    private void press(KeyCode key) {
        robot.interact(
                () -> {
                    Node target = screen.node("#presenter");
                    Event.fireEvent(
                            target,
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                });
    }

    private boolean isOpen() {
        return screen.look(
                () ->
                        Window.getWindows().stream()
                                .anyMatch(it -> it instanceof Stage && !it.equals(stage)));
    }

    @Test
    void leadsThroughALessonAndClosesWithTheMainWindow() {
        robot.push(KeyCode.F7);
        screen.until(this::isOpen);
        assertThat(screen.text("#presenter-title")).isEqualTo("No lesson is open.");
        assertThat(screen.text("#presenter-time")).isEqualTo("0:00");
        fire("#presenter-open-next");
        screen.until(() -> screen.has("#lesson-end"));
        assertThat(screen.text("#lesson-title")).isEqualTo(FIRST.title());
        assertThat(screen.text("#presenter-title")).isEqualTo(FIRST.title());
        assertThat(screen.text("#presenter-question")).isEqualTo(FIRST.question());
        assertThat(screen.text("#presenter-next"))
                .isEqualTo("2. " + LessonCatalog.all().get(1).title());

        assertThat(screen.text("#presenter-step")).isEqualTo("Guess");
        assertThat(screen.text("#presenter-step-help")).isNotEmpty();

        notesAreShownOnDemandAndNotInTheMainWindow();
        theStopWatchStopsAndBegins();
        aGuessIsShownBesideTheTruth();
        itsPlaceIsKept();

        press(KeyCode.F7);
        screen.until(() -> !isOpen());
        assertThat(screen.shows("#lesson-notes")).isTrue();
        robot.push(KeyCode.F7);
        screen.until(this::isOpen);
        robot.interact(stage::hide);
        screen.until(() -> !isOpen());
    }

    private void notesAreShownOnDemandAndNotInTheMainWindow() {
        assertThat(screen.shows("#lesson-notes")).isFalse();
        assertThat(screen.shows("#presenter-notes")).isFalse();
        assertThat(screen.text("#presenter-notes")).isEmpty();
        fire("#presenter-show-notes");
        assertThat(screen.text("#presenter-notes")).isEqualTo(FIRST.notes());
    }

    private void theStopWatchStopsAndBegins() {
        assertThat(screen.text("#presenter-start")).isEqualTo("Stop");
        screen.until(() -> !screen.text("#presenter-time").equals("0:00"));
        fire("#presenter-start");
        assertThat(screen.text("#presenter-start")).isEqualTo("Start");
        fire("#presenter-reset");
        assertThat(screen.text("#presenter-time")).isEqualTo("0:00");
    }

    private void aGuessIsShownBesideTheTruth() {
        String guess = "#presenter-guess-" + FIRST.model();
        assertThat(screen.text(guess)).isEqualTo("no guess yet");
        robot.interact(
                () -> {
                    GuessField field =
                            screen.find("#lesson-guess-" + FIRST.model(), GuessField.class);
                    field.setText("700 ms");
                    field.commit();
                });
        screen.until(() -> screen.text(guess).equals("guess 700 ms"));
        press(KeyCode.F5);
        screen.until(
                () -> runner.runs().size() == 1 && screen.timeline().traceProperty().get() != null);
        runner.runs().getLast().allWait().allAnsweredAfter(1_000_000_000L);
        screen.until(() -> screen.text(guess).equals("guess 700 ms, was " + measured()));
        assertThat(screen.text("#presenter-step")).isEqualTo("Watch");
    }

    private String measured() {
        return DurationFormat.text(runner.runs().getFirst().trace().wallNanos());
    }

    private void itsPlaceIsKept() {
        robot.interact(() -> screen.node("#presenter").getScene().getWindow().setX(40));
        screen.until(
                () -> String.valueOf(kept.getLast().choices().of("presenter")).startsWith("40 "));
    }
}
