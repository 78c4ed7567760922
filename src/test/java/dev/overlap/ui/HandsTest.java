package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;
import dev.overlap.chart.TimelinePoints;
import dev.overlap.render.TimeRange;
import dev.overlap.ui.comparison.ComparisonView;

import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.util.List;

/** Tests what hands do to a run in the whole window: scrub, guess, step, set a range, go back. */
class HandsTest extends WindowTest {

    private static final long MILLI = 1_000_000;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void axisScrubsAFinishedRunOnlyAndTheGuessHasAHandleOfItsOwn() {
        FakeRun run = begin();
        robot.clickOn(axis(0.4));
        assertThat(playhead()).as("a live run has no other instant").isEqualTo(Timeline.FOLLOW);
        run.allAnsweredAfter(1_000 * MILLI);
        screen.until(() -> screen.status().startsWith("Finished"));
        robot.moveTo(axis(0.2)).press(MouseButton.PRIMARY).moveTo(axis(0.5));
        screen.until(() -> screen.status().startsWith("Replay at"));
        long scrubbed = playhead();
        robot.moveTo(axis(0.3)).release(MouseButton.PRIMARY);
        assertThat(playhead()).isBetween(1L, scrubbed - 1);
        assertThat(guess()).isEqualTo(Timeline.NO_GUESS);

        robot.moveTo(axis(1)).press(MouseButton.PRIMARY).moveTo(axis(0.7));
        robot.release(MouseButton.PRIMARY);
        long guess = guess();
        assertThat(guess).isPositive();
        assertThat(screen.look(() -> screen.find("#guess", TextField.class).getText()))
                .as("typed and dragged, it is the same")
                .isNotEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(guess()).isEqualTo(Timeline.NO_GUESS);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(guess()).isEqualTo(guess);
    }

    /** From what covers most to what lies below, one each. */
    @Test
    void escEndsOneThingAfterTheOtherAndLeadsBackToTheComparison() {
        robot.interact(
                () ->
                        screen.find("#compare-view", ComparisonView.class)
                                .choose(List.of("sequential", "event-loop"), 1));
        openComparison();
        measure();
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        screen.until(() -> !screen.shows("#compare-view"));
        TimeRange range = new TimeRange(MILLI / 10, MILLI / 5);
        robot.interact(() -> window.replay().setRange(range.beginNanos(), range.endNanos()));
        robot.clickOn("#replay-range-play");
        assertThat(window.replay().playingProperty().get()).isTrue();
        assertThat(playhead()).as("it starts inside").isBetween(MILLI / 10, MILLI / 5);
        robot.interact(window.replay()::toggle);
        robot.clickOn("#guess").write("7").push(KeyCode.ESCAPE).clickOn("#timeline").write("?");
        screen.until(() -> screen.shows("#help-over"));
        assertThat(screen.timeline().rangeProperty().get()).isEqualTo(range);

        robot.push(KeyCode.ESCAPE);
        assertThat(screen.shows("#help-over")).isFalse();
        assertThat(screen.timeline().rangeProperty().get()).isEqualTo(range);
        robot.clickOn("#add-site").push(KeyCode.ESCAPE);
        assertThat(focused("#timeline")).as("an edit is over").isTrue();
        assertThat(screen.timeline().rangeProperty().get()).isEqualTo(range);
        robot.push(KeyCode.ESCAPE);
        assertThat(screen.timeline().rangeProperty().get()).isNull();
        assertThat(window.replay().isOn()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(window.replay().isOn()).isFalse();
        assertThat(screen.shows("#compare-view")).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(screen.shows("#compare-view")).isTrue();
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        assertThat(screen.shows("#compare-view")).as("back only once").isFalse();

        begin();
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> screen.status().startsWith("Stopped"));
        robot.push(KeyCode.ESCAPE);
        assertThat(screen.shows("#compare-view")).as("not from another run").isFalse();
    }

    private long guess() {
        return screen.timeline().guessProperty().get();
    }

    /** A point on the axis, by its share of the plot. */
    private Point2D axis(double share) {
        return screen.look(() -> TimelinePoints.onAxis(screen.timeline(), share));
    }
}
