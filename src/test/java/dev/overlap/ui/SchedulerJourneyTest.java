package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.ScheduleChart;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.util.List;

/** Checks the last step of the lesson of the race, in which the person is the scheduler. */
class SchedulerJourneyTest extends WindowTest {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void anUpdateIsLostByHandAndNoneWithTheLock() {
        openTheRace();
        assertThat(screen.text("#lesson-message")).isEmpty();
        robot.clickOn("#step-break");
        assertThat(screen.text("#lesson-message")).as("before a run").contains("has been run");
        skipGuess();
        begin().allAnsweredAfter(1_000_000_000L);
        screen.until(() -> screen.has("#lesson-to-look"));
        assertThat(screen.shows("#schedule")).isFalse();
        robot.clickOn("#step-why").clickOn("#lesson-to-break");
        screen.until(() -> screen.shows("#schedule"));
        assertThat(screen.shows("#timeline")).as("beside what is not measured").isFalse();
        assertThat(screen.text("#scheduler-notice")).startsWith("You are the scheduler");
        assertThat(screen.status()).startsWith("You are the scheduler");

        serialOrderLosesNothingAndIsUndone();
        loseAnUpdate();
        noneIsLostWithTheLock();

        robot.clickOn("#step-look");
        assertThat(screen.shows("#schedule")).isFalse();
        assertThat(screen.shows("#timeline")).isTrue();
        robot.clickOn("#step-break");
        assertThat(picture()).as("what was done stays").contains("no order of yours could");
        robot.clickOn("#page-run");
        assertThat(screen.shows("#timeline")).as("figures of a run stand by its chart").isTrue();
        robot.clickOn("#page-lesson").clickOn("#lesson-end");
        screen.until(() -> screen.shows("#timeline"));
        assertThat(screen.has("#schedule") && screen.shows("#schedule")).isFalse();
        assertThat(runner.runs()).as("nothing else was run").hasSize(1);
    }

    private void openTheRace() {
        List<String> ids = LessonCatalog.all().stream().map(Lesson::id).toList();
        chooseLesson(ids.indexOf("the-race") + 1);
        screen.until(() -> screen.has("#lesson-skip"));
    }

    private void serialOrderLosesNothingAndIsUndone() {
        press(1, 1, 1, 2, 2, 2);
        assertThat(screen.text("#scheduler-result")).startsWith("Nothing was lost");
        assertThat(screen.text("#scheduler-counter")).isEqualTo("\"visitors\" shows 2");
        assertThat(screen.has("#scheduler-lock") && screen.shows("#scheduler-lock")).isFalse();
        robot.clickOn("#scheduler-undo");
        assertThat(screen.shows("#scheduler-result")).isFalse();
        robot.clickOn("#scheduler-again");
        assertThat(screen.isDisabled("#scheduler-undo")).isTrue();
        assertThat(picture()).contains("Press a thread's button");
    }

    private void loseAnUpdate() {
        assertThat(focused("#scheduler-next-1")).isTrue();
        robot.push(KeyCode.SPACE).push(KeyCode.TAB).push(KeyCode.SPACE); // by the keyboard alone
        assertThat(focused("#scheduler-next-2")).isTrue();
        robot.push(KeyCode.SPACE).push(KeyCode.SPACE);
        assertThat(screen.isDisabled("#scheduler-next-2")).isTrue();
        assertThat(focused("#scheduler-next-1")).as("the other one goes on").isTrue();
        robot.push(KeyCode.SPACE).push(KeyCode.SPACE);
        assertThat(screen.text("#scheduler-result"))
                .isEqualTo(
                        "Thread 1 overwrote what thread 2 had written: it had read 0 before that,"
                                + " and wrote 1 as well. Two were counted, and \"visitors\" shows"
                                + " 1.");
        assertThat(picture()).contains("nothing here is measured", "Thread 1 overwrote");
        assertThat(screen.node("#step-break").getAccessibleText()).contains("Break it");
        assertThat(focused("#scheduler-lock")).isTrue();
    }

    private void noneIsLostWithTheLock() {
        robot.push(KeyCode.SPACE);
        press(2);
        assertThat(screen.isDisabled("#scheduler-next-1")).isTrue();
        assertThat(screen.text("#scheduler-waits-1"))
                .isEqualTo("Waits for the lock that thread 2 holds.");
        press(2, 2, 2, 2);
        assertThat(screen.shows("#scheduler-waits-1")).isFalse();
        press(1, 1, 1, 1, 1);
        assertThat(screen.text("#scheduler-result")).contains("no order of yours could");
        assertThat(screen.text("#scheduler-counter")).isEqualTo("\"visitors\" shows 2");
    }

    private void press(int... threads) {
        for (int thread : threads) {
            robot.interact(screen.find("#scheduler-next-" + thread, Button.class)::fire);
        }
    }

    private String picture() {
        return screen.look(() -> screen.find("#schedule", ScheduleChart.class).getAccessibleText());
    }
}
