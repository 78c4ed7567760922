package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.concurrency.PythonOffer;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.persistence.WindowState;
import dev.overlap.plan.SiteList;
import dev.overlap.text.ChartText;
import dev.overlap.trace.Trace;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of Python come into the window once an interpreter is known, and can be run. */
@ExtendWith(ApplicationExtension.class)
class PythonModelsJourneyTest {

    private static final String MODEL = "python:threads";

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final CompletableFuture<PythonOffer> known = new CompletableFuture<>();
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

    /** The last lesson is opened before it is known that there is no Python for it. */
    @Test
    void aLessonAboutPythonIsDoneWithModelsOfOverlapWhereThereIsNone(FxRobot robot) {
        WindowRobot screen = new WindowRobot(robot);
        Lesson lesson = LessonCatalog.all().getLast();
        robot.interact(() -> menuItem(robot, "lesson-" + lesson.id()).fire());
        assertThat(lesson.models()).allMatch(id -> PythonModel.find(id).isPresent());
        assertThat(screen.has("#lesson-guess-blocked-loop")).isFalse();
        assertThat(screen.has("#lesson-stand-in")).isFalse();

        Map<String, String> missing =
                PythonModel.everyOne().stream()
                        .collect(Collectors.toMap(PythonModel::id, _ -> "Install one."));
        known.complete(new PythonOffer(List.of(), missing));
        screen.until(() -> screen.has("#lesson-stand-in"));
        assertThat(screen.text("#lesson-stand-in")).endsWith("is not checked. Install one.");
        assertThat(screen.text("#lesson-title")).isEqualTo(lesson.title());
        assertThat(screen.has("#lesson-guess-blocked-loop")).isTrue();

        robot.clickOn("#lesson-skip");
        robot.push(KeyCode.F5);
        screen.until(() -> screen.has("#lesson-to-look"));
        assertThat(screen.timeline().traceProperty().get().isForeign()).isFalse();
        robot.clickOn("#lesson-to-look");
        assertThat(screen.shows("#lesson-stand-in")).isTrue();
        assertThat(screen.has("#lesson-claim")).isFalse();
        assertThat(screen.has("#lesson-look-1")).isTrue();
        robot.clickOn("#lesson-to-why");
        assertThat(screen.has("#lesson-result-blocked-loop")).isTrue();
        assertThat(screen.text("#lesson-explanation-1"))
                .as("nothing is said of a Python that did not run")
                .startsWith("What a program is called");
        robot.clickOn("#lesson-cards");
        screen.until(() -> screen.text("#course-count").startsWith("1 of "));

        robot.interact(() -> menuItem(robot, "lesson-sleep-in-a-coroutine").fire());
        assertThat(screen.has("#lesson-stand-in")).isFalse();
    }

    private static MenuItem menuItem(FxRobot robot, String id) {
        return robot.lookup("#lesson").queryAs(MenuButton.class).getItems().stream()
                .flatMap(
                        item ->
                                item instanceof Menu menu
                                        ? menu.getItems().stream()
                                        : Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theModelOfLastTimeIsSelectedOnceItIsOfferedAndRuns(FxRobot robot) throws Exception {
        WindowRobot screen = new WindowRobot(robot);
        ComboBox<?> picker = screen.find("#model", ComboBox.class);
        CheckComboBox<?> compared = screen.find("#compare-models", CheckComboBox.class);
        assertThat(picker.getItems()).noneMatch(PythonModel.class::isInstance);
        assertThat(compared.getItems()).noneMatch(PythonModel.class::isInstance);

        PythonOffer offer = engineHost.pythonModels().toCompletableFuture().get();
        known.complete(offer);
        List<PythonModel> here = offer.models();
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
