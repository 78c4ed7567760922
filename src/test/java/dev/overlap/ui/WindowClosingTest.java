package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Outcome;
import dev.overlap.ui.replay.PlaybackSpeed;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Checks that closing the window ends everything that is active. */
class WindowClosingTest extends WindowTest {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void comparisonIsCancelledAndStartsNoOtherRun() {
        openComparison();
        robot.push(KeyCode.F5);
        screen.until(() -> !runner.runs().isEmpty());
        FakeRun run = runner.runs().getFirst().allWait();
        screen.until(() -> screen.text("#compare-progress").startsWith("Run 1 of 15"));
        robot.interact(window::close);

        screen.until(() -> run.trace().isFinished());
        assertThat(run.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
        screen.until(() -> screen.isDisabled("#stop"));
        assertThat(runner.runs()).hasSize(1);
    }

    @Test
    void requestedRunIsCancelledAsSoonAsItHasStarted() {
        robot.interact(
                () -> {
                    robot.lookup("#run").queryButton().fire();
                    window.close();
                });

        screen.until(() -> !runner.runs().isEmpty() && lastRun().trace().isFinished());
        assertThat(lastRun().trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void replayStops() {
        finish();
        robot.interact(() -> window.replay().speedProperty().set(PlaybackSpeed.all().getFirst()));
        robot.push(KeyCode.SPACE);
        screen.until(() -> playhead() > 0);
        robot.interact(window::close);
        long closed = playhead();
        screen.letPulsesPass();

        assertThat(window.replay().playingProperty().get()).isTrue();
        assertThat(playhead()).isEqualTo(closed);
    }

    @Test
    void runIsCancelledEvenWithoutBackgroundExecutorAndPaintingStops() {
        FakeRun run = begin();
        screen.until(() -> description().contains("running: 0 answered"));
        background.shutdown();
        robot.interact(window::close);

        assertThat(run.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
        screen.letPulsesPass();
        assertThat(description()).contains("running: 0 answered");
    }

    private String description() {
        return screen.look(() -> screen.timeline().getAccessibleText());
    }

    private FakeRun lastRun() {
        return runner.runs().getLast();
    }
}
