package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import dev.overlap.chart.Timeline;
import dev.overlap.state.Looks;
import dev.overlap.state.State;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The replay in the whole window, by its keys and its buttons. */
@ExtendWith(ApplicationExtension.class)
class ReplayBarTest {

    private static final Path NOWHERE = Path.of("never-asked.png");

    private final FakeRunner runner = new FakeRunner();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private MainWindow window;
    private Stage stage;
    private FxRobot robot;

    @Start
    void start(Stage shown) {
        stage = shown;
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner, background, (_, _) -> NOWHERE, _ -> NOWHERE, _ -> NOWHERE),
                        new Memory(
                                State.DEFAULT.withLooks(Looks.DEFAULT.withPage("run")), _ -> {}));
        stage.setScene(window.scene());
        stage.setWidth(1000);
        stage.setHeight(640);
        stage.show();
    }

    @BeforeEach
    void takeTheMouse(FxRobot robot) {
        this.robot = robot;
    }

    @AfterEach
    void leave() {
        robot.interact(window::close);
        background.shutdown();
    }

    @Test
    void stepsShowEveryEventAndTheStatusTellsWhatHappened() throws Exception {
        finish();
        robot.write(".");
        until(
                () ->
                        status().equals(
                                        "Replay at 0.0 ms \u00b7 lab:/delay/1200: queued, and 5"
                                                + " others"));
        assertThat(text("#number-wall")).isEqualTo("0 ms");
        robot.write(",");
        assertThat(playhead()).isZero();
        robot.clickOn("#replay-next");

        until(() -> status().contains(": queued \u2192 connect"));
        assertThat(playhead()).isPositive();
        robot.clickOn("#replay-previous");
        until(() -> status().startsWith("Replay at 0.0 ms"));
    }

    @Test
    void lastEventShowsTheFinishedRun() throws Exception {
        finish();
        robot.write(",.");

        until(() -> status().contains(": wait \u2192 200, and 5 others"));
        assertThat(text("#number-answered")).isEqualTo("6 of 6");
        robot.push(KeyCode.ESCAPE);
        until(() -> status().equals("Finished \u00b7 6 answered"));
    }

    @Test
    void rangeIsSetAndClearedByKeysAndShownOnTheSlider() throws Exception {
        finish();
        assertThat(node("#replay-range").isVisible()).isFalse();
        robot.write(".[");
        until(() -> node("#replay-range").isVisible());
        robot.interact(() -> Event.fireEvent(node("#replay-to"), draggedTo(middleOfSlider())));
        until(() -> node("#replay-range").getLayoutBounds().getWidth() < sliderWidth() / 2 + 3);
        assertThat(node("#replay-range-clear").isDisabled()).isFalse();
        robot.write("\\");

        until(() -> !node("#replay-range").isVisible());
    }

    @Test
    void withoutARunThereIsNothingToStepThrough() throws Exception {
        assertThat(node("#replay-next").isVisible()).isFalse();
        assertThat(node("#replay-range-from").getParent().isVisible()).isFalse();
        assertThat(node("#replay").isDisabled()).isTrue();
        finish();
        assertThat(node("#replay-next").isVisible()).isTrue();
        assertThat(node("#replay").isDisabled()).isFalse();
    }

    @Test
    void charactersThatSomebodyTypesReachTheReplayNot() throws Exception {
        finish();
        robot.clickOn("#add-site").write(".,[]\\");
        robot.doubleClickOn("#workers .text-field").write(".");

        assertThat(playhead()).isEqualTo(Timeline.FOLLOW);
        assertThat(node("#replay-range").isVisible()).isFalse();
    }

    @Test
    void everyPaceCanBeChosen() {
        ComboBox<?> speed = robot.lookup("#speed").queryAs(ComboBox.class);

        assertThat(speed.getItems()).hasSize(8);
        assertThat(((Pace) speed.getItems().getFirst()).words()).isEqualTo("0.01\u00d7");
        assertThat(((Pace) speed.getItems().getLast()).words())
                .isEqualTo("One event every half second");
    }

    @Test
    void f11FillsTheScreenAndEscDoesNotLeaveIt() throws Exception {
        robot.push(KeyCode.F11);
        until(stage::isFullScreen);
        robot.push(KeyCode.ESCAPE);
        assertThat(stage.isFullScreen()).isTrue();
        robot.push(KeyCode.F11);

        until(() -> !stage.isFullScreen());
    }

    @Test
    void sheetOfKeysFitsIntoASmallWindow() throws Exception {
        robot.clickOn("#timeline").write("?");
        until(() -> node("#help-over").isVisible());

        Node sheet = node("#keys");
        assertThat(sheet.localToScene(sheet.getBoundsInLocal()).getMaxY()).isLessThan(640);
        assertThat(sheet.localToScene(sheet.getBoundsInLocal()).getMaxX()).isLessThan(1000);
        assertThat(sheet.localToScene(sheet.getBoundsInLocal()).getMinX()).isPositive();
    }

    private void finish() throws TimeoutException {
        robot.push(KeyCode.F5);
        until(() -> !runner.runs().isEmpty() && timeline().traceProperty().get() != null);
        runner.runs().getLast().allWait().allAnsweredAfter(1_000_000_000L);
        until(() -> status().startsWith("Finished"));
    }

    private double sliderWidth() {
        return node("#replay").getLayoutBounds().getWidth();
    }

    private Point2D middleOfSlider() {
        return node("#replay").localToScene(sliderWidth() / 2, 0);
    }

    /** The headless toolkit drags whatever is under the mouse, not what was pressed. */
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
        return timeline().playheadProperty().get();
    }

    private Timeline timeline() {
        return robot.lookup("#timeline").queryAs(Timeline.class);
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private String status() {
        return robot.lookup("#status").queryAs(StatusBar.class).getText();
    }

    private String text(String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
    }
}
