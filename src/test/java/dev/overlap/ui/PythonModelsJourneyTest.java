package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.persistence.WindowState;
import dev.overlap.plan.SiteList;
import dev.overlap.text.ChartText;
import dev.overlap.trace.Trace;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The models of Python come into the window once an interpreter is known, and can be run. */
@ExtendWith(ApplicationExtension.class)
class PythonModelsJourneyTest {

    private static final String MODEL = "python:threads";

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final CompletableFuture<List<PythonModel>> known = new CompletableFuture<>();
    private EngineHost engineHost;
    private MainWindow window;

    @Start
    void start(Stage stage) {
        engineHost = new EngineHost(background);
        WindowState last =
                WindowState.DEFAULT
                        .withModel(MODEL)
                        .withSites(SiteList.parse("lab:/delay/100\nlab:/delay/150\n"));
        window =
                new MainWindow(
                        new MainWindow.Services(
                                engineHost, background, (_, _) -> null, _ -> null, _ -> null),
                        new WindowStateHolder(last, _ -> {}));
        window.offer(known);
        stage.setScene(window.scene());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        engineHost.close();
        background.shutdown();
    }

    @Test
    void theModelOfLastTimeIsSelectedOnceItIsOfferedAndRuns(FxRobot robot) throws Exception {
        WindowRobot screen = new WindowRobot(robot);
        ComboBox<?> picker = screen.find("#model", ComboBox.class);
        CheckComboBox<?> compared = screen.find("#compare-models", CheckComboBox.class);
        assertThat(picker.getItems()).noneMatch(PythonModel.class::isInstance);
        assertThat(compared.getItems()).noneMatch(PythonModel.class::isInstance);

        List<PythonModel> here = engineHost.pythonModels().toCompletableFuture().get();
        known.complete(here);
        assumeTrue(
                here.stream().anyMatch(model -> model.id().equals(MODEL)),
                "no interpreter with requests is found");
        screen.until(() -> ((ConcurrencyModel) picker.getValue()).id().equals(MODEL));
        assertThat(compared.getItems()).filteredOn(PythonModel.class::isInstance).isEqualTo(here);

        robot.push(KeyCode.F5);
        screen.until(() -> screen.status().startsWith("Finished"));
        Trace trace = screen.timeline().traceProperty().get();
        assertThat(trace.isForeign()).isTrue();
        assertThat(trace.tasks())
                .extracting(task -> task.label())
                .containsExactly("lab:/delay/100", "lab:/delay/150");
        assertThat(trace.tasks()).allMatch(task -> task.hasSucceeded());

        robot.clickOn("#page-code");
        screen.until(() -> screen.text("#code-beside").equals("Run this in Java"));
        robot.clickOn("#code-beside");
        screen.until(
                () -> {
                    String runs = screen.node("#multiples").getAccessibleText();
                    return runs.contains("Threads: ")
                            && runs.contains("Threads (CPython): ")
                            && !runs.contains("running")
                            && !runs.contains(ChartText.WAITS_FOR_ITS_TURN);
                });
    }
}
