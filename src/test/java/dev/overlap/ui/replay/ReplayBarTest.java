package dev.overlap.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;
import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.ui.FakeRunner;
import dev.overlap.ui.MainWindow;
import dev.overlap.ui.WindowRobot;
import dev.overlap.ui.WindowStateHolder;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tests the replay in the whole window, by its keys and buttons. */
@ExtendWith(ApplicationExtension.class)
class ReplayBarTest {

    private static final Path UNUSED_FILE = Path.of("never-asked.png");

    private final FakeRunner runner = new FakeRunner();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private MainWindow window;
    private Stage stage;
    private FxRobot robot;
    private WindowRobot windowRobot;

    @Start
    void start(Stage shown) {
        stage = shown;
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner,
                                background,
                                (_, _) -> UNUSED_FILE,
                                _ -> UNUSED_FILE,
                                _ -> UNUSED_FILE),
                        new WindowStateHolder(
                                WindowState.DEFAULT.withLooks(
                                        WindowPreferences.DEFAULT.withPage("run")),
                                _ -> {}));
        stage.setScene(window.scene());
        stage.setWidth(1000);
        stage.setHeight(640);
        stage.show();
    }

    @BeforeEach
    void setUp(FxRobot robot) {
        this.robot = robot;
        windowRobot = new WindowRobot(robot);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        background.shutdown();
    }

    @Test
    void stepsShowEveryEventWithItsDescriptionInTheStatus() throws Exception {
        finish();
        robot.write(".");
        windowRobot.until(
                () ->
                        windowRobot
                                .status()
                                .equals(
                                        "Replay at 0.000 s \u00b7 lab:/delay/1200: queued, and 5"
                                                + " others"));
        windowRobot.until(() -> windowRobot.text("#number-wall").equals("0 ms"));
        robot.clickOn("#replay-next");

        windowRobot.until(() -> windowRobot.status().contains(": queued \u2192 connect"));
        long second = playhead();
        assertThat(second).isPositive();
        robot.write(".");
        assertThat(playhead()).isGreaterThan(second);
        robot.write(",");
        assertThat(playhead()).isEqualTo(second);
        robot.clickOn("#replay-previous");
        assertThat(playhead()).isZero();
    }

    @Test
    void lastEventShowsTheFinishedRun() throws Exception {
        finish();
        robot.write(",.");

        windowRobot.until(() -> windowRobot.status().contains(": wait \u2192 200, and 5 others"));
        assertThat(playhead()).isNotEqualTo(Timeline.FOLLOW);
        assertThat(windowRobot.text("#number-answered")).isEqualTo("6 of 6");
        robot.push(KeyCode.ESCAPE);
        windowRobot.until(
                () -> windowRobot.status().startsWith("Finished \u00b7 6 answered \u00b7"));
        assertThat(playhead()).isEqualTo(Timeline.FOLLOW);
    }

    @Test
    void rangeIsSetAndClearedByKeysAndShownOnTheSlider() throws Exception {
        finish();
        assertThat(windowRobot.shows("#replay-range")).isFalse();
        robot.write(".[");
        windowRobot.until(() -> windowRobot.shows("#replay-range"));
        robot.interact(
                () -> Event.fireEvent(windowRobot.node("#replay-to"), draggedTo(middleOfSlider())));
        windowRobot.until(
                () ->
                        windowRobot.node("#replay-range").getLayoutBounds().getWidth()
                                < sliderWidth() / 2 + 3);
        assertThat(windowRobot.isDisabled("#replay-range-clear")).isFalse();
        robot.write("\\");

        windowRobot.until(() -> !windowRobot.shows("#replay-range"));
    }

    @Test
    void stepButtonsAreHiddenWithoutARun() throws Exception {
        assertThat(windowRobot.shows("#replay-next")).isFalse();
        assertThat(windowRobot.node("#replay-range-from").getParent().isVisible()).isFalse();
        assertThat(windowRobot.isDisabled("#replay")).isTrue();
        finish();
        assertThat(windowRobot.shows("#replay-next")).isTrue();
        assertThat(windowRobot.isDisabled("#replay")).isFalse();
    }

    @Test
    void typedCharactersDoNotReachTheReplay() throws Exception {
        finish();
        robot.clickOn("#add-site").write(".,[]\\");
        assertThat(windowRobot.look(() -> windowRobot.find("#add-site", TextField.class).getText()))
                .isEqualTo(".,[]\\");
        robot.doubleClickOn("#workers .text-field").write(".");

        assertThat(playhead()).isEqualTo(Timeline.FOLLOW);
        assertThat(windowRobot.shows("#replay-range")).isFalse();
    }

    @Test
    void everySpeedCanBeSelected() {
        finish();
        ComboBox<?> speed = robot.lookup("#speed").queryAs(ComboBox.class);
        List<String> speeds = new ArrayList<>();
        robot.interact(() -> speed.getSelectionModel().selectFirst());
        robot.interact(speed::requestFocus);
        for (int i = 0; i < speed.getItems().size(); i++) {
            speeds.add(window.replay().speedProperty().get().text());
            robot.push(KeyCode.DOWN);
        }

        assertThat(speeds).startsWith("0.01\u00d7").endsWith("One change every half second");
        assertThat(speeds).hasSize(13).doesNotHaveDuplicates();
        robot.interact(() -> window.replay().speedProperty().set(PlaybackSpeed.realTime()));
        assertThat(speed.getValue()).isEqualTo(PlaybackSpeed.realTime());
    }

    @Test
    void f11FillsTheScreenAndEscDoesNotLeaveIt() throws Exception {
        robot.push(KeyCode.F11);
        windowRobot.until(stage::isFullScreen);
        robot.push(KeyCode.ESCAPE);
        assertThat(stage.isFullScreen()).isTrue();
        robot.push(KeyCode.F11);

        windowRobot.until(() -> !stage.isFullScreen());
    }

    @Test
    void shortcutHelpFitsIntoASmallWindow() throws Exception {
        robot.clickOn("#timeline").write("?");
        windowRobot.until(() -> windowRobot.shows("#help-over"));

        Node overlay = windowRobot.node("#keys");
        assertThat(overlay.localToScene(overlay.getBoundsInLocal()).getMaxY()).isLessThan(640);
        assertThat(overlay.localToScene(overlay.getBoundsInLocal()).getMaxX()).isLessThan(1000);
        assertThat(overlay.localToScene(overlay.getBoundsInLocal()).getMinX()).isPositive();
    }

    private void finish() {
        robot.push(KeyCode.F5);
        windowRobot.until(
                () ->
                        !runner.runs().isEmpty()
                                && windowRobot.timeline().traceProperty().get() != null);
        runner.runs().getLast().allWait().allAnsweredAfter(1_000_000_000L);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
    }

    private double sliderWidth() {
        return windowRobot.node("#replay").getLayoutBounds().getWidth();
    }

    private Point2D middleOfSlider() {
        return windowRobot.node("#replay").localToScene(sliderWidth() / 2, 0);
    }

    /** The headless platform drags the node under the mouse, not the pressed one. */
    private static MouseEvent draggedTo(Point2D place) {
        PickResult nothing = new PickResult(null, place.getX(), place.getY());
        return new MouseEvent(
                MouseEvent.MOUSE_DRAGGED,
                place.getX(),
                place.getY(),
                place.getX(),
                place.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                nothing);
    }

    private long playhead() {
        return windowRobot.timeline().playheadProperty().get();
    }
}
