package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.ComparisonChart;
import dev.overlap.chart.Timeline;
import dev.overlap.chart.WorkerSweepChart;
import dev.overlap.persistence.WindowState;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks that every chart in the window follows its theme and scale, even while hidden. */
@ExtendWith(ApplicationExtension.class)
class DarkWindowTest {

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<WindowState> kept = new ArrayList<>();
    private EngineHost engineHost;
    private MainWindow window;
    private WindowRobot windowRobot;

    @Start
    void start(Stage stage) throws IOException {
        engineHost = new EngineHost(background);
        window =
                new MainWindow(
                        new MainWindow.Services(
                                engineHost, background, (_, _) -> null, _ -> null, _ -> null),
                        new WindowStateHolder(WindowState.DEFAULT, kept::add));
        stage.setScene(window.scene());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        engineHost.close();
        background.shutdown();
    }

    private List<Boolean> dark() {
        return windowRobot.look(
                () ->
                        List.of(
                                windowRobot.find("#timeline", Timeline.class).darkProperty().get(),
                                windowRobot
                                        .find("#multiples", ComparisonChart.class)
                                        .darkProperty()
                                        .get(),
                                windowRobot
                                        .find("#sweep", WorkerSweepChart.class)
                                        .darkProperty()
                                        .get()));
    }

    private List<Double> scales() {
        return windowRobot.look(
                () ->
                        List.of(
                                windowRobot.find("#timeline", Timeline.class).scaleProperty().get(),
                                windowRobot
                                        .find("#multiples", ComparisonChart.class)
                                        .scaleProperty()
                                        .get(),
                                windowRobot
                                        .find("#sweep", WorkerSweepChart.class)
                                        .scaleProperty()
                                        .get()));
    }

    @Test
    void timelineComparisonAndSweepTurnDarkAndLightTogether(FxRobot robot) {
        windowRobot = new WindowRobot(robot);
        boolean before = dark().getFirst();
        assertThat(dark()).containsOnly(before);
        robot.clickOn("#theme");
        windowRobot.until(() -> dark().getFirst() != before);
        assertThat(dark()).containsOnly(!before);
        robot.clickOn("#theme");
        windowRobot.until(() -> dark().getFirst() == before);
        assertThat(dark()).containsOnly(before);
    }

    @Test
    void timelineComparisonAndSweepAreEnlargedTogether(FxRobot robot) {
        windowRobot = new WindowRobot(robot);
        assertThat(scales()).containsOnly(1.0);
        robot.push(KeyCode.F8);
        windowRobot.until(() -> scales().getFirst() > 1);
        assertThat(scales()).containsOnly(1.6);
    }
}
