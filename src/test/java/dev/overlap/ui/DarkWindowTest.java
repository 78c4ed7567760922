package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.MultiplesView;
import dev.overlap.chart.SweepView;
import dev.overlap.chart.Timeline;
import dev.overlap.state.State;

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

/** Every picture in the window follows its theme and its size, also one that is not in sight. */
@ExtendWith(ApplicationExtension.class)
class DarkWindowTest {

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<State> kept = new ArrayList<>();
    private Backstage backstage;
    private MainWindow window;
    private Screen screen;

    @Start
    void start(Stage stage) throws IOException {
        backstage = new Backstage(background);
        window =
                new MainWindow(
                        new MainWindow.Services(
                                backstage, background, (_, _) -> null, _ -> null, _ -> null),
                        new Memory(State.DEFAULT, kept::add));
        stage.setScene(window.scene());
        stage.show();
    }

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(window::close);
        backstage.close();
        background.shutdown();
    }

    private List<Boolean> dark() {
        return screen.look(
                () ->
                        List.of(
                                screen.find("#timeline", Timeline.class).darkProperty().get(),
                                screen.find("#multiples", MultiplesView.class).darkProperty().get(),
                                screen.find("#sweep", SweepView.class).darkProperty().get()));
    }

    private List<Double> scales() {
        return screen.look(
                () ->
                        List.of(
                                screen.find("#timeline", Timeline.class).scaleProperty().get(),
                                screen.find("#multiples", MultiplesView.class)
                                        .scaleProperty()
                                        .get(),
                                screen.find("#sweep", SweepView.class).scaleProperty().get()));
    }

    @Test
    void timelineComparisonAndSweepTurnDarkAndLightTogether(FxRobot robot) {
        screen = new Screen(robot);
        boolean before = dark().getFirst();
        assertThat(dark()).containsOnly(before);
        robot.clickOn("#theme");
        screen.until(() -> dark().getFirst() != before);
        assertThat(dark()).containsOnly(!before);
        robot.clickOn("#theme");
        screen.until(() -> dark().getFirst() == before);
        assertThat(dark()).containsOnly(before);
    }

    @Test
    void timelineComparisonAndSweepAreEnlargedTogether(FxRobot robot) {
        screen = new Screen(robot);
        assertThat(scales()).containsOnly(1.0);
        robot.push(KeyCode.F8);
        screen.until(() -> scales().getFirst() > 1);
        assertThat(scales()).containsOnly(1.6);
    }
}
